-- note: the same with a wrong one at the end
local list = {}
for i = 1, 500 do list[i] = ("0123456789abcdef"):rep(4) end
list[501] = "x"
function onGet() for i = 1, 10 do pcall(comet.put, comet.key(), 1, list) end end
