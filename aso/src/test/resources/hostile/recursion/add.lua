-- family: recursion
-- attack: an __add that adds again
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local mt = {}
  mt.__add = function(a, b) return (a + b) + 1 end
  return setmetatable({}, mt) + 1
end
