-- note: the same with thousands of variable arguments
local list = {} for i = 1, 3900 do list[i] = 1e308 end
local function go(...) for i = 1, 10 do bit32.bxor(...) end end
function onGet() go(table.unpack(list)) end
