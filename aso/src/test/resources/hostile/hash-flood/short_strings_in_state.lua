-- family: hash-flood
-- attack: keys with one equal hash put into the state, a few in each event
-- event: onGet
-- times: 40
-- outcome: limit|completed
-- limit: fuel
-- value: 320
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
aso.n = 0
aso.keys = {}
function aso:onGet()
  for i = self.n + 1, self.n + 8 do self.keys[keys[i]] = true end
  self.n = self.n + 8
  return self.n
end
