-- A body that keeps 11,000 fractions outside of the state.
-- covers: OP_SETTABLE OP_NEWTABLE
-- phase: chunk
-- heap: yes
local all = {}
for i = 1, 11000 do all[i] = i / 3 end
function aso:onGet() return #all end
