-- Waits of an event with four globals with long names.
-- covers: comet.get
-- phase: wait
for i = 1, 4 do _G[("x" .. i):rep(25000)] = i end
function aso:onGet()
  one = 1
  while true do comet.get() end
end
