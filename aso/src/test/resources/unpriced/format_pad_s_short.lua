-- note: hundreds of empty strings padded in one call
local f = string.format local s = ("%99s"):rep(600) local l = {} for i=1,600 do l[i]="" end
function onGet() for i = 1, 5 do f(s, table.unpack(l)) end end
