-- The key of each step lies behind the end of the list.
-- covers: next
local list = {1, 2, 3, 4, 5, 6, 7, 8, x = 1, y = 2, z = 3}
function aso:onGet()
  while true do next(list, 1e9) end
end
