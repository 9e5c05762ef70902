-- Joins of lists whose length a function of the script gives, kept in no list.
-- covers: table.concat
local list = setmetatable({}, {__len = function() return 7 end})
for i = 7, 1, -1 do list[i - 0.0] = "x" end
function aso:onGet()
  while true do table.concat(list) end
end
