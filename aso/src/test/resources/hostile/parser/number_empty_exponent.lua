-- family: parser
-- attack: a number whose exponent is missing
-- event: onGet
-- outcome: error
function onGet() return 1 end
local n = 1e
