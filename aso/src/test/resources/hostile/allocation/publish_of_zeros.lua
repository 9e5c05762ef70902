-- family: allocation
-- attack: very many small numbers published: each is more in memory than in bytes
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation|answer|effects
local zeros = {}
for i = 1, 10000 do zeros[i] = 0 end
function onGet()
  local all = { zeros, zeros, zeros, zeros, zeros, zeros }
  while true do comet.publish(all) end
end
