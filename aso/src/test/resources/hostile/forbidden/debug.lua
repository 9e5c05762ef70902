-- family: forbidden
-- attack: debug.getregistry and debug.sethook
-- event: onGet
-- outcome: error
-- error: attempt to index
function onGet()
  debug.sethook()
  return debug.getregistry()
end
