-- family: library-work
-- attack: next over a list whose elements are gone but the last
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t = {}
  for i = 1, 5000 do t[i] = true end
  for i = 1, 4999 do t[i] = nil end
  while true do next(t) end
end
