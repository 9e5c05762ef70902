-- note: a template of matches of one byte
local template = ("%%0"):rep(100)
function onGet() for i = 1, 9 do ("abcdefghij"):gsub(".", template) end end
