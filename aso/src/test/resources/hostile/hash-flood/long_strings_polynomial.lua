-- family: hash-flood
-- attack: keys of 32 bytes that a hash of the form 31 h + c cannot tell apart: Aa and BB in all orders
-- event: onGet
-- outcome: completed|limit
-- limit: fuel
-- value: 1024
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
  local t, n, tail = {}, 0, ("x"):rep(20)
  for i = 1, 1024 do t[keys[i] .. tail] = i end
  for _ in pairs(t) do n = n + 1 end
  return n
end
