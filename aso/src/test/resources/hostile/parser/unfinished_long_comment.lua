-- family: parser
-- attack: a long comment without end
-- event: onGet
-- outcome: error
-- error: unfinished
function onGet() return 1 end
--[[ abc
