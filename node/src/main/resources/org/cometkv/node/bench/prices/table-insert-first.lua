-- Insertions before 12,000 elements.
-- covers: table.insert table.remove
function aso:onGet()
  local list = {}
  for i = 1, 12000 do list[i] = i end
  while true do
    table.insert(list, 1, 0)
    table.remove(list, 1)
  end
end
