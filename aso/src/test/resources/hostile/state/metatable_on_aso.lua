-- family: state
-- attack: a metatable that an event puts on aso itself
-- event: onGet
-- outcome: error
function aso:onGet()
  setmetatable(self, { __newindex = function() while true do end end })
end
