-- note: nothing padded to 99 bytes
local f = string.format
function onGet() for i = 1, 1000 do f("%99s%99s%99s%99s%99s", "","","","","") end end
