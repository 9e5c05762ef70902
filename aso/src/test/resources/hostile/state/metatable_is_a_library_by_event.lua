-- family: state
-- attack: a library as the metatable of a table of the state, set by an event
-- event: onGet
-- outcome: error
-- error: metatable
aso.t = {}
function aso:onGet()
  setmetatable(self.t, string)
end
