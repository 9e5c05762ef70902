-- note: a key that is no hexadecimal text: a Java exception for each
local k = ("0123456789abcdeg"):rep(4)
function onGet() for i = 1, 300 do pcall(comet.put, k, 1) end end
