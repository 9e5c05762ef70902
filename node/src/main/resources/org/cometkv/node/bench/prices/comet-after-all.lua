-- All 16 timers, and effects until there are too many.
-- covers: comet.after comet.cancel
local names = {}
for i = 1, 16 do names[i] = ("é"):rep(31) .. i % 10 end
function aso:onGet()
  while true do
    for i = 1, 16 do comet.after(names[i], "0x1p29") end
    for i = 1, 16 do comet.cancel(names[i]) end
  end
end
