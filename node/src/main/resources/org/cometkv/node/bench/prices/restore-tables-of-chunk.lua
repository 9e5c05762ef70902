-- A state of 3,000 tables that the body makes.
-- covers: OP_NEWTABLE
-- phase: restore
aso.list = {}
for i = 1, 3000 do aso.list[i] = {} end
