-- note: the walk over what the chunk made, at each wait
aso.t = {} local t = aso.t
local funcs = {} for i = 1, 900 do local a, b = {}, {} funcs[i] = function() return a, b end end
aso.f = funcs
function onGet() aso.t = nil for i = 1, 20 do t[i] = i comet.get() end end
