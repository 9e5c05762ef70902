-- family: recursion
-- attack: a callable that tail-calls itself with one argument more each time
-- event: onGet
-- outcome: limit|error
-- limit: fuel|allocation
function onGet()
  local t = setmetatable({}, { __call = function(self, ...) return self(self, ...) end })
  return t()
end
