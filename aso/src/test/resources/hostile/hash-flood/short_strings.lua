-- family: hash-flood
-- attack: 1,024 keys of 30 bytes with one equal hash in LuaJ, which looks at all of their bytes
-- event: onGet
-- outcome: limit|completed
-- limit: fuel
-- value: 1024
local halves = { { "0XE", "QYE" }, { "0w3", "Qx3" }, { "3m0", "rs0" }, { "805", "v25" }, { "405", "v25" },
  { "0IA", "kKA" }, { "v01", "W11" }, { "0Uq", "nWq" }, { "Q50", "260" }, { "Y3Q", "84Q" } }
local keys = { "" }
for b = 1, 10 do
  local longer = {}
  for i = 1, #keys do
    longer[2 * i - 1] = keys[i] .. halves[b][1]
    longer[2 * i] = keys[i] .. halves[b][2]
  end
  keys = longer
end
function onGet()
  local t, n = {}, 0
  for i = 1, 1024 do t[keys[i]] = true end
  for _ in pairs(t) do n = n + 1 end
  return n
end
