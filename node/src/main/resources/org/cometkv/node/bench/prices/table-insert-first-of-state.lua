-- Insertions before 4,000 elements of the state.
-- covers: table.insert table.remove
aso.list = {}
for i = 1, 4000 do aso.list[i] = i end
function aso:onGet()
  local list = self.list
  while true do
    table.insert(list, "0x1p0", 0)
    table.remove(list, "0x1p0")
  end
end
