-- family: library-work
-- attack: select in a loop over all its arguments: quadratic copies
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
local function sum(...)
  local total = 0
  for i = 1, select("#", ...) do total = total + (select(i, ...)) end
  return total
end
function onGet()
  local t = {}
  for i = 1, 3000 do t[i] = i end
  return sum(table.unpack(t))
end
