-- note: a template of positions
local template = ("%%1"):rep(100)
function onGet() for i = 1, 9 do ("abcdefghij"):gsub("()", template) end end
