-- family: results
-- attack: a value of very many references to one list of holes
-- event: onGet
-- outcome: completed|limit
-- limit: answer|fuel|allocation
local holes, row, all = {}, {}, {}
for i = 1, 14000 do holes[i] = i end
for i = 1, 13999 do holes[i] = nil end
for i = 1, 80 do row[i] = holes end
for i = 1, 80 do all[i] = row end
aso.value = all
