-- family: parser
-- attack: a string that ends with the script, behind a backslash
-- event: onGet
-- outcome: error
function onGet() return 1 end
local s = "abc\
