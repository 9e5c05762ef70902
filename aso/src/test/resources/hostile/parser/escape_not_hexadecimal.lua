-- family: parser
-- attack: a hexadecimal escape with other characters
-- event: onGet
-- outcome: error
function onGet() return 1 end
local s = "\xZZ"
