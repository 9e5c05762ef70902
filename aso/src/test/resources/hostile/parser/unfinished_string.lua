-- family: parser
-- attack: a string that ends with its line
-- event: onGet
-- outcome: error
-- error: unfinished string
function onGet() return 1 end
local s = "abc
local t
