-- family: recursion
-- attack: an __eq that compares again
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local mt = {}
  mt.__eq = function(a, b) return not (a == b) end
  return setmetatable({}, mt) == setmetatable({}, mt)
end
