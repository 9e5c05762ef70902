-- family: parser
-- attack: bit operators of Lua 5.3
-- event: onGet
-- outcome: error
function onGet() return 7 & 2 | 1 end
