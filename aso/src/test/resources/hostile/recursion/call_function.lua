-- family: recursion
-- attack: a callable table that calls itself
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local t = setmetatable({}, { __call = function(self, n) return 1 + self(n) end })
  return t(1)
end
