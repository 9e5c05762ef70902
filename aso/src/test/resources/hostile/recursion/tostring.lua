-- family: recursion
-- attack: a __tostring that asks for its own text
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  return tostring(setmetatable({}, { __tostring = function(t) return "x" .. tostring(t) end }))
end
