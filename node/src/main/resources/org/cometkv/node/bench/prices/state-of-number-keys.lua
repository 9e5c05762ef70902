-- A state of fractions under fractions.
-- covers: OP_SETTABLE
-- phase: chunk
-- heap: yes
aso.all = {}
for i = 1, 2000 do aso.all[i + 0.5] = i / 3 end
