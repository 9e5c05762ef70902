-- A traversal that begins before 4,000 holes of a list, again and again.
-- covers: next
function aso:onGet()
  local list = {}
  for i = 1, 4000 do list[i] = i end
  for i = 2, 3999 do list[i] = nil end
  while true do next(list, 1) end
end
