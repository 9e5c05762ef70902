-- family: loops
-- attack: __pairs that hands out an endless iterator
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t = setmetatable({}, { __pairs = function() return function() return 1, 1 end end })
  for _ in pairs(t) do end
end
