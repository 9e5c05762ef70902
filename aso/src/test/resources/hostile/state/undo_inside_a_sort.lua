-- family: state
-- attack: fuel runs out inside a sort of the state
-- event: onGet
-- outcome: limit
-- limit: fuel
aso.list = {}
for i = 1, 500 do aso.list[i] = (i * 7919) % 503 end
function aso:onGet()
  table.sort(self.list, function(a, b)
    self.compared = (self.compared or 0) + 1
    if self.compared > 300 then while true do end end
    return a < b
  end)
end
