-- family: parser
-- attack: an escape that does not exist
-- event: onGet
-- outcome: error
function onGet() return 1 end
local s = "\q"
