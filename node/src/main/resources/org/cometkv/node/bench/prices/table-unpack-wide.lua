-- 3,990 results from a list, one of which is taken.
-- covers: table.unpack
local list = {}
for i = 1, 3990 do list[i] = i end
function aso:onGet()
  while true do local a = table.unpack(list) end
end
