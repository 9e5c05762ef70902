-- A state of small tables with fields.
-- covers: OP_NEWTABLE OP_SETTABLE
-- phase: chunk
-- heap: yes
aso.list = {}
for i = 1, 1000 do aso.list[i] = {a = i, b = i} end
