-- A body that fills the state with numbers.
-- covers: OP_SETTABLE
-- phase: chunk
-- heap: yes
aso.list = {}
for i = 1, 9000 do aso.list[i] = i end
