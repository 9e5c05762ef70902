-- family: loops
-- attack: comparisons whose metamethods compare again without going deeper
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local mt = {}
  local a, b = setmetatable({}, mt), setmetatable({}, mt)
  mt.__lt = function() repeat local x = rawequal(a, b) until x return true end
  return a <= b
end
