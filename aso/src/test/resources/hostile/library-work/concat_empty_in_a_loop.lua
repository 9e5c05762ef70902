-- family: library-work
-- attack: table.concat of many empty strings, again and again: no allocation, only work
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local t = {}
  for i = 1, 4000 do t[i] = "" end
  while true do table.concat(t) end
end
