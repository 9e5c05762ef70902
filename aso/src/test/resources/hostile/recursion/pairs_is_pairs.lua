-- family: recursion
-- attack: a __pairs that is pairs itself
-- event: onGet
-- outcome: limit|error
-- limit: allocation|fuel
function onGet()
  for _ in pairs(setmetatable({}, { __pairs = pairs })) do end
end
