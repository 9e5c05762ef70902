-- family: library-work
-- attack: traversals of a table of the state with long keys
-- event: onGet
-- outcome: limit
-- limit: fuel
local long = ("x"):rep(9000)
aso.t = {}
for i = 1, 10 do aso.t[long .. i] = i end
function aso:onGet()
  while true do
    for _ in pairs(self.t) do end
  end
end
