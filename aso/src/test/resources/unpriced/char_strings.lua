-- note: hexadecimal text as arguments of string.char
local list = {} for i = 1, 3900 do list[i] = "0x41" end
local function go(...) for i = 1, 10 do string.char(...)  end end
function onGet() go(table.unpack(list)) end
