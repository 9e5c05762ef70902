-- family: bytecode
-- attack: byte code in a string handed to loadstring
-- event: onGet
-- outcome: error
-- error: attempt to call
function onGet()
  return loadstring("\27Lua" .. ("\255"):rep(100))
end
