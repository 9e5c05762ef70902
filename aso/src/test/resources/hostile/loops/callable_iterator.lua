-- family: loops
-- attack: generic for over a table with __call
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local state = setmetatable({}, { __call = function(_, _, last) return (last or 0) + 1 end })
  for _ in state do end
end
