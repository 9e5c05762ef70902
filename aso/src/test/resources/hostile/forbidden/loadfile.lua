-- family: forbidden
-- attack: loadfile from standard input, which would block
-- event: onGet
-- outcome: error
-- error: attempt to call
function onGet()
  return loadfile()
end
