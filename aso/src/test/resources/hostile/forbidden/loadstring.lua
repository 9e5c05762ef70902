-- family: forbidden
-- attack: loadstring
-- event: onGet
-- outcome: error
-- error: attempt to call
function onGet()
  return loadstring("return 1")()
end
