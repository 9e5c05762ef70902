-- family: hash-flood
-- attack: look-ups among long keys that a hash of the form 31 h + c cannot tell apart: no more work than is paid
-- event: onGet
-- outcome: limit
-- limit: fuel
local keys = { "" }
for _ = 1, 10 do
  local longer = {}
  for i = 1, #keys do
    longer[2 * i - 1] = keys[i] .. "Aa"
    longer[2 * i] = keys[i] .. "BB"
  end
  keys = longer
end
function onGet()
  local t, tail, last = {}, ("x"):rep(20), nil
  for i = 1, 1024 do
    last = keys[i] .. tail
    t[last] = i
  end
  while t[last] do end
end
