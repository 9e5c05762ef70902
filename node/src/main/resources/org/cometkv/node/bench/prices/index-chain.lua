-- Reads of a field at the end of 99 tables.
-- covers: OP_GETTABLE
local last = {}
for i = 1, 99 do last = setmetatable({}, {__index = last}) end
function aso:onGet()
  local value
  while true do value = last.missing end
end
