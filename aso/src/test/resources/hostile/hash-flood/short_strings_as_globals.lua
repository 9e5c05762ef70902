-- family: hash-flood
-- attack: globals with one equal hash, read in a loop
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
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
  for i = 1, 32 do _ENV[keys[i]] = true end
  local last = keys[32]
  while _ENV[last] do end
end
