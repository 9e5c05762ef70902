-- A get without a handler of 7,000 references to one list of 7,000 functions.
-- covers: OP_SETTABLE
-- phase: unhandled
local function none() end
local list, all = {}, {}
for i = 1, 7000 do list[i] = none end
for i = 1, 7000 do all[i] = list end
aso.value = all
