-- family: library-work
-- attack: table.remove at the front of a long list: each moves all
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t = {}
  for i = 1, 3000 do t[i] = i end
  while true do t[#t + 1] = table.remove(t, 1) end
end
