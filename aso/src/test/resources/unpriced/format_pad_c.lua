-- note: characters padded to 99 bytes
local f = string.format
function onGet() for i = 1, 1000 do f("%99c%-99c%99c", 1,1,1) end end
