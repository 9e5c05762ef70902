-- family: waits
-- attack: waits of an event that wrote one global, where the chunk left very many in a list
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation|live
for i = 1, 5000 do _G[i] = i end
function onGet()
  mine = 1
  while true do comet.get() end
end
