-- family: library-work
-- attack: sorting ten thousand numbers
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t = {}
  for i = 1, 9000 do t[i] = (i * 7919) % 10007 end
  table.sort(t)
end
