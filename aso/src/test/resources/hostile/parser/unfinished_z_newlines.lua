-- family: parser
-- attack: an unfinished \z escape followed by many empty lines
-- event: onGet
-- outcome: error
function onGet() return 1 end
local s = "abc\z
