-- Messages of one-byte texts.
-- covers: comet.publish
-- heap: yes
local list = {}
for i = 1, 2000 do list[i] = "x" end
function aso:onGet()
  for i = 1, 12 do comet.publish(list) end
  for i = 1, 6000 do end
end
