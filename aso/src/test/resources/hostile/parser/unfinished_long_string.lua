-- family: parser
-- attack: a long string without end
-- event: onGet
-- outcome: error
-- error: unfinished
function onGet() return 1 end
local s = [==[ abc ]=] ]]
