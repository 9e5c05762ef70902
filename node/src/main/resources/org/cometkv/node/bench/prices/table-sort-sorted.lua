-- Sorts of long lists that are sorted.
-- covers: table.sort
function aso:onGet()
  local list = {}
  for i = 1, 3000 do list[i] = i end
  while true do table.sort(list) end
end
