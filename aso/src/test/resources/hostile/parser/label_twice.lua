-- family: parser
-- attack: the same label twice
-- event: onGet
-- outcome: error
-- error: label
function onGet() return 1 end
::here::
::here::
