-- Waits of an event that overwrote variables of the body many times.
-- covers: comet.get OP_SETUPVAL
-- phase: wait
-- heap: yes
local a = 1
function aso:onGet()
  for i = 1, 3000 do a = i / 3 end
  while true do comet.get() end
end
