-- note: a long pattern is searched for special characters, each byte against ten of them
local p = ("x"):rep(20000)
function onGet() for i = 1, 30 do ("x"):find(p) end end
