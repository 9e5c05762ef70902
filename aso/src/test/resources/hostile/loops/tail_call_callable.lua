-- family: loops
-- attack: endless tail call through __call
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local object = setmetatable({}, { __call = function(self) return self() end })
  return object()
end
