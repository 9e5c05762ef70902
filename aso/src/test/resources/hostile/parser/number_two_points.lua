-- family: parser
-- attack: a number with two points
-- event: onGet
-- outcome: error
function onGet() return 1 end
local n = 1..2
