-- family: hash-flood
-- attack: eight long keys of one hash, few enough to be searched one by one
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t, head, tail, last = {}, ("x"):rep(20000), ("x"):rep(50), nil
  for i, middle in ipairs({ "AaAaAa", "AaAaBB", "AaBBAa", "AaBBBB", "BBAaAa", "BBAaBB", "BBBBAa", "BBBBBB" }) do
    last = head .. middle .. tail
    t[last] = i
  end
  while t[last] do end
end
