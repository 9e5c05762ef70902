-- family: state
-- attack: a library as the metatable of aso, set by the chunk
-- event: onGet
-- outcome: error
-- error: metatable
setmetatable(aso, string)
function onGet()
  return "kept"
end
