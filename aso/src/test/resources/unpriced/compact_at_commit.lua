-- note: dead entries of a table with long keys are dropped at the commit
-- times: 3
aso.t = {}
local k = {} for i = 1, 9 do k[i] = ("k"):rep(10000)..i end
for i = 1, 9 do aso.t[k[i]] = 1 end
function onGet()
  local t = aso.t
  for i = 1, 12 do t["x"..i] = 1 end
  for i = 1, 12 do t["x"..i] = nil end
end
