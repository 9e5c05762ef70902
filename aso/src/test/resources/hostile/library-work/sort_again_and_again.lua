-- family: library-work
-- attack: sorting the same list for ever, already in order
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local t = {}
  for i = 1, 500 do t[i] = i end
  while true do table.sort(t) end
end
