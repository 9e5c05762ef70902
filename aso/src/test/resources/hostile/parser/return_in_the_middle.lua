-- family: parser
-- attack: a statement after a return
-- event: onGet
-- outcome: error
function onGet()
  return 1
  aso.x = 1
end
