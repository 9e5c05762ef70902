-- family: parser
-- attack: a hexadecimal number without digits
-- event: onGet
-- outcome: error
function onGet() return 1 end
local n = 0x
