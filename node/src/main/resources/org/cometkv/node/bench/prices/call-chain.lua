-- Calls through 99 tables that each say what calls them.
-- covers: OP_CALL
local last = function() end
for i = 1, 98 do last = setmetatable({}, {__call = last}) end
function aso:onGet()
  while true do last() end
end
