-- family: recursion
-- attack: a <= that falls back to __lt, which asks for <= again
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local mt = {}
  mt.__lt = function(a, b) return not (b <= a) end
  return setmetatable({}, mt) <= setmetatable({}, mt)
end
