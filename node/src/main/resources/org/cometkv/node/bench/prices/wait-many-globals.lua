-- Waits of an event with 1,500 globals of the body, one of which it wrote.
-- covers: comet.get
-- phase: wait
-- heap: yes
for i = 1, 1500 do _G["name" .. i] = i end
function aso:onGet()
  name1 = 0
  while true do comet.get() end
end
