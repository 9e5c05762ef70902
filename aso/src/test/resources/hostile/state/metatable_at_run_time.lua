-- family: state
-- attack: a metatable that an event puts on a table of the state
-- event: onGet
-- outcome: error
aso.t = {}
function aso:onGet()
  setmetatable(self.t, { __index = function() while true do end end })
end
