-- Calls through 98 tables with 3,800 arguments, all moved at each.
-- covers: OP_CALL OP_VARARG
local last = function() end
for i = 1, 98 do last = setmetatable({}, {__call = last}) end
function aso:onGet()
  local function again(...)
    while true do last(...) end
  end
  local list = {}
  for i = 1, 3800 do list[i] = i end
  again(table.unpack(list))
end
