-- family: recursion
-- attack: an __lt that compares again, with operands of different types
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local mt = {}
  mt.__lt = function(a, b) return not (a < b) end
  return 1 < setmetatable({}, mt)
end
