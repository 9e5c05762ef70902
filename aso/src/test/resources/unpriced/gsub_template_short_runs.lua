-- note: a template of pieces below eight bytes, each of which costs no unit
local template = ("%0aaaaaaa"):rep(4000)
function onGet() return (("x"):rep(20):gsub("", template)) end
