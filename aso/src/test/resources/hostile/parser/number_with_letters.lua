-- family: parser
-- attack: a number that runs into letters
-- event: onGet
-- outcome: error
function onGet() return 1 end
local n = 3x
