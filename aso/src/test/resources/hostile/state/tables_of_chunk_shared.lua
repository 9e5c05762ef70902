-- family: state
-- attack: tables that the chunk shares between the state and its own variables are one table in a restored copy, too
-- event: onGet
-- times: 3
-- outcome: completed
-- value: 3 true
local shared = { n = 0 }
aso.a, aso.b = shared, { shared }
function aso:onGet()
  shared.n = shared.n + 1
  return self.a.n .. " " .. tostring(self.b[1] == shared and self.a == shared)
end
