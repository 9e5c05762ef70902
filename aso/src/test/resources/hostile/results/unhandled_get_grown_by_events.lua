-- family: results
-- attack: the same list grown by events, before the last of them takes the handler away
-- event: onGet
-- times: 12
-- outcome: limit
-- limit: answer|fuel|allocation
local function f() end
local row, all, number = {}, {}, 0
aso.list, aso.n, aso.value = {}, 0, all
for i = 1, 140 do row[i] = aso.list end
for i = 1, 140 do all[i] = row end
function aso:onGet()
  for _ = 1, 4500 do self.list[#self.list + 1] = f end
  self.n = self.n + 1
  if self.n == 11 then self.onGet = nil end
end
