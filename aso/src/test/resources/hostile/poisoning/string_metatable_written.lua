-- family: poisoning
-- attack: a field of the string metatable written
-- event: onGet
-- outcome: error
function onGet()
  getmetatable("").__index = function() return "poisoned" end
end
