-- family: recursion
-- attack: a __pairs that calls pairs on its own table
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  for _ in pairs(setmetatable({}, { __pairs = function(t) return pairs(t) end })) do end
end
