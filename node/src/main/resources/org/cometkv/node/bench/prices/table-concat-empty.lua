-- Lists of 4,000 empty strings are joined.
-- covers: table.concat
local list = {}
for i = 1, 4000 do list[i] = "" end
function aso:onGet()
  while true do table.concat(list) end
end
