-- family: parser
-- attack: integer division of Lua 5.3
-- event: onGet
-- outcome: error
function onGet() return 7 // 2 end
