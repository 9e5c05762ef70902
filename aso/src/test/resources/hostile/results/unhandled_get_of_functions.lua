-- family: results
-- attack: a value of very many references to one list of functions, which are not sent, and no handler
-- event: onGet
-- outcome: limit
-- limit: answer|fuel|allocation
local function f() end
local functions, row, all = {}, {}, {}
for i = 1, 14000 do functions[i] = f end
for i = 1, 140 do row[i] = functions end
for i = 1, 140 do all[i] = row end
aso.value = all
