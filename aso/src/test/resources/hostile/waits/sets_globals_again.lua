-- family: waits
-- attack: waits of an event that wrote one global, where the chunk left very many
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation|live
for i = 1, 4500 do _G[-i] = true end
function onGet()
  mine = 1
  while true do comet.get() end
end
