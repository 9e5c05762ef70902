-- Elements are added and removed at the end.
-- covers: table.insert table.remove
function aso:onGet()
  local list = {1, 2, 3}
  while true do
    table.insert(list, 1)
    table.remove(list)
  end
end
