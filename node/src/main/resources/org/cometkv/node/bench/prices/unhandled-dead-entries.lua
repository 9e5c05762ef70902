-- A get without a handler of references to one table of dead entries.
-- covers: OP_SETTABLE
-- phase: unhandled
local dead, all = {}, {}
for i = 1, 1000 do dead["f" .. i] = i end
for i = 1, 1000 do all[i] = dead end
aso.value = all
