-- family: state
-- attack: reserved fields of wrong types and impossible values, one set after the other
-- event: onGet
-- times: 12
-- outcome: completed|error
local nonsense = { -1, 0 / 0, 1 / 0, -1 / 0, 0.5, 2^31, 2^63, "many", true, "12", 1e-300 }
function aso:onGet()
  local number = (comet.systemTime() - 1700000000000) / 1000
  local v = nonsense[number]
  if v == nil then v = {} end
  self.replicas, self.timer, self.ttl, self.replication = v, v, v, v
end
