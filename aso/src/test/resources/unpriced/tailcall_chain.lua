-- note: the same in a tail call
local at = function(...) end
for i = 1, 90 do at = setmetatable({}, {__call = at}) end
local list = {}
for i = 1, 3800 do list[i] = i end
local function go(...) return at(...) end
function onGet() for i=1,5 do go(table.unpack(list)) end end
