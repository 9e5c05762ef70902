-- Insertions before 4,000 elements of the state are undone.
-- covers: table.insert error
aso.list = {}
for i = 1, 4000 do aso.list[i] = i end
function aso:onGet()
  local list = self.list
  for i = 1, 90 do table.insert(list, 1, 0) end
  error("x")
end
