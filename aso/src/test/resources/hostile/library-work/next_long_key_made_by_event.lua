-- family: library-work
-- attack: next from a long key that the event made itself
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t, key = {}, ("x"):rep(200000)
  t[key] = 1
  while true do next(t, key) end
end
