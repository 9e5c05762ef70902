-- family: forbidden
-- attack: package.loadlib
-- event: onGet
-- outcome: error
-- error: attempt to index
function onGet()
  return package.loadlib("libc.so.6", "system")
end
