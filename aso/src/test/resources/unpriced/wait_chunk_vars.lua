-- note: variables of the chunk are put back and set again at each wait
local t = {}
for i = 1, 1000 do local v t[i] = function(x) v = x end end
function onGet() for i = 1, 1000 do t[i](i) end for i = 1, 30 do comet.get() end end
