-- note: hexadecimal text as arguments of math.max
local list = {} for i = 1, 3900 do list[i] = "0x1p-1074" end
local function go(...) for i = 1, 10 do math.max(...)  end end
function onGet() go(table.unpack(list)) end
