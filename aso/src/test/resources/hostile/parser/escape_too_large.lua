-- family: parser
-- attack: a decimal escape beyond a byte
-- event: onGet
-- outcome: error
function onGet() return 1 end
local s = "\300"
