-- family: loops
-- attack: __index function that never comes back, reached through a method call
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t = setmetatable({}, { __index = function() while true do end end })
  return t:anything()
end
