-- family: poisoning
-- attack: a table that the chunk made outside aso is frozen for events
-- event: onGet
-- outcome: error
local cache = {}
function onGet()
  cache.x = 1
end
