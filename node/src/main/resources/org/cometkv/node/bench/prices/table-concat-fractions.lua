-- Lists of subnormal numbers are joined.
-- covers: table.concat
local list = {}
for i = 1, 200 do list[i] = 5e-324 * i end
function aso:onGet()
  while true do table.concat(list, ",") end
end
