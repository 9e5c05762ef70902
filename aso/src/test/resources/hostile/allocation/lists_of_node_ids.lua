-- family: allocation
-- attack: lists of node ids as arguments of effects
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation|effects
local ids = {}
local id = comet.key()
for i = 1, 3000 do ids[i] = id end
function onGet()
  while true do comet.put(comet.key(), 1, ids) end
end
