-- A get without a handler of many references to one list of holes.
-- covers: OP_SETTABLE
-- phase: unhandled
local list, all = {}, {}
for i = 1, 5000 do list[i] = i end
for i = 1, 4999 do list[i] = nil end
for i = 1, 5000 do all[i] = list end
aso.value = all
