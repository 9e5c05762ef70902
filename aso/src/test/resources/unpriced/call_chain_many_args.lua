-- note: a value called through many __call, each of which moves thousands of arguments
local t = setmetatable({}, {})
local at = function() end
for i = 1, 90 do at = setmetatable({}, {__call = at}) end
local list = {}
for i = 1, 3800 do list[i] = i end
local function go(...) for i = 1, 20 do at(...) end end
function onGet() go(table.unpack(list)) end
