-- family: parser
-- attack: an escape of Lua 5.3, which 5.2 does not know
-- event: onGet
-- outcome: error
function onGet() return 1 end
local s = "\u{48}"
