-- Sorts by a library function.
-- covers: table.sort
function aso:onGet()
  local list = {}
  for i = 1, 2000 do list[i] = i * 7919 % 2003 end
  while true do table.sort(list, rawequal) end
end
