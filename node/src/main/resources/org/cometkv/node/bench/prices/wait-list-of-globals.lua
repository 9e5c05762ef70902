-- Waits of an event with 5,000 globals in a list, and one that it wrote.
-- covers: comet.get
-- phase: wait
-- heap: yes
for i = 1, 5000 do _G[i] = i end
function aso:onGet()
  one = 1
  while true do comet.get() end
end
