-- family: parser
-- attack: varargs in a function that has none
-- event: onGet
-- outcome: error
function onGet() return ... end
