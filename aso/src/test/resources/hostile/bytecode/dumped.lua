-- family: bytecode
-- attack: a handler dumped to byte code
-- event: onGet
-- outcome: error
-- error: attempt to call
function onGet()
  return string.dump(onGet)
end
