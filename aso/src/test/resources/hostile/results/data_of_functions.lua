-- family: results
-- attack: a newcomer whose data are very many references to one list of functions, offered to onUpdate
-- event: onUpdate
-- outcome: completed
-- value: true
local function f() end
local functions, row, all = {}, {}, {}
for i = 1, 14000 do functions[i] = f end
for i = 1, 140 do row[i] = functions end
for i = 1, 140 do all[i] = row end
aso.other = all
function aso:onUpdate(caller, value, object)
  return true
end
