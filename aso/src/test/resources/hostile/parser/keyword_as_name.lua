-- family: parser
-- attack: keywords as names, fields and labels
-- event: onGet
-- outcome: error
function onGet() local end = 1 return end end
