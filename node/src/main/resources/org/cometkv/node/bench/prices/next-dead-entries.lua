-- A traversal that begins before 1,000 dead entries, again and again.
-- covers: next rawset
local names = {}
for i = 1, 1020 do names[i] = "k" .. i end
function aso:onGet()
  local all = {}
  for i = 1, 1020 do all[names[i]] = i end
  for i = 2, 1019 do all[names[i]] = nil end
  while true do next(all, "k1") end
end
