-- A state of 11,000 fractions.
-- covers: OP_SETTABLE
-- phase: restore
aso.list = {}
for i = 1, 11000 do aso.list[i] = i / 3 end
