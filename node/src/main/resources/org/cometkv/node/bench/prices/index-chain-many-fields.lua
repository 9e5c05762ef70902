-- Reads through 99 tables with an index each.
-- covers: OP_GETTABLE
local last = {}
for i = 1, 99 do
  last = setmetatable({a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i = 9}, {__index = last})
end
function aso:onGet()
  local value
  while true do value = last.missing end
end
