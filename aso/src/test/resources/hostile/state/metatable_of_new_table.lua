-- family: state
-- attack: a new table with an own metatable put into the state
-- event: onGet
-- outcome: error
function aso:onGet()
  self.t = setmetatable({}, { __tostring = function() return "x" end })
end
