-- note: a template is read for each match, and what it says is empty: 6 s of CPU for 37,519 units at its worst
local template = ("%0"):rep(20000)
function onGet() return (("x"):rep(9000):gsub("", template)) end
