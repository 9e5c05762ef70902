-- family: library-work
-- attack: the last element of a list with a large hole set and removed again and again
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local t = {}
  for i = 1, 4000 do t[i] = true end
  for i = 2, 3999 do t[i] = nil end
  while true do
    t[4000] = nil
    t[4000] = true
  end
end
