-- family: allocation
-- attack: a list in the state sorted and reversed for ever: each sort must be undone
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
aso.list = {}
for i = 1, 300 do aso.list[i] = i end
function aso:onGet()
  while true do
    table.sort(self.list, function(a, b) return a > b end)
    table.sort(self.list)
  end
end
