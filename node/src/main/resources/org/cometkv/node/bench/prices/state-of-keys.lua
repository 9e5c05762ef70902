-- A state of fractions under names.
-- covers: OP_SETTABLE
-- phase: chunk
-- heap: yes
for i = 1, 2000 do aso["key" .. i] = i / 3 end
