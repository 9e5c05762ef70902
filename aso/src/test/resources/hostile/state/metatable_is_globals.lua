-- family: state
-- attack: the globals as the metatable of a table of the state, set by the chunk
-- event: onGet
-- outcome: error
-- error: metatable
aso.t = setmetatable({}, _G)
function onGet()
  return "kept"
end
