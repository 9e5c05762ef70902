-- Gets with a request of 80 numbers that 20 nodes send back.
-- covers: comet.get
-- phase: wait
local request = {}
for i = 1, 80 do request[i] = i / 3 end
function aso:onGet()
  local nodes = comet.lookup()
  while true do comet.get(comet.key(), nodes, request) end
end
