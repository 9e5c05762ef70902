-- family: parser
-- attack: attributes of Lua 5.4
-- event: onGet
-- outcome: error
local x <const> = 1
function onGet() return x end
