-- A body that makes 3,000 tables of the state.
-- covers: OP_NEWTABLE OP_SETTABLE
-- phase: chunk
aso.all = {}
for i = 1, 3000 do aso.all[i] = {} end
