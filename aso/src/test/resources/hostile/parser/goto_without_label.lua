-- family: parser
-- attack: a goto without its label
-- event: onGet
-- outcome: error
-- error: label
function onGet() return 1 end
goto nowhere
