-- Messages of tables with many fields, dead entries among them.
-- covers: comet.publish
local names = {}
for i = 1, 1000 do names[i] = "field" .. i end
function aso:onGet()
  local all = {}
  for i = 1, 1000 do all[names[i]] = i / 3 end
  for i = 2, 999 do all[names[i]] = nil end
  while true do comet.publish(all) end
end
