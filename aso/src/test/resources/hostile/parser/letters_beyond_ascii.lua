-- family: parser
-- attack: identifiers beyond ASCII
-- event: onGet
-- outcome: error
local größe = 1
function onGet() return größe end
