-- family: results
-- attack: a value of very many references to one table whose entries are nearly all functions
-- event: onGet
-- outcome: limit
-- limit: answer|fuel|allocation
local function f() end
local entries, row, all = {}, {}, {}
for i = 1, 4000 do entries[-i] = f end
for i = 1, 140 do row[i] = entries end
for i = 1, 140 do all[i] = row end
aso.value = all
