-- Messages of many small tables.
-- covers: comet.publish
-- heap: yes
local list = {}
for i = 1, 1000 do list[i] = {x = 0} end
function aso:onGet()
  for i = 1, 8 do comet.publish(list) end
  for i = 1, 6000 do end
end
