-- note: nodes given as hexadecimal text
local list = {}
for i = 1, 500 do list[i] = ("0123456789abcdef"):rep(4) end
function onGet() for i = 1, 10 do comet.put(comet.key(), 1, list) end end
