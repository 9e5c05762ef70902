-- family: bytecode
-- attack: byte code in a string handed to load
-- event: onGet
-- outcome: error
-- error: attempt to call
function onGet()
  return load("\27Lua\82\0\1\4\8\4\8\0")()
end
