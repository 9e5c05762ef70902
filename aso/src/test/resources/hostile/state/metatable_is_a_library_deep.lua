-- family: state
-- attack: a library as the metatable of a table deep in the state, set by the chunk
-- event: onGet
-- outcome: error
-- error: metatable
aso.t = { { setmetatable({}, comet) } }
function onGet()
  return "kept"
end
