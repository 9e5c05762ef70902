-- family: parser
-- attack: a handler without end
-- event: onGet
-- outcome: error
function onGet()
  if true then
    return 1
