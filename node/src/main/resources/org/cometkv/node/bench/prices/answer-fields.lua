-- An answer of 600 tables with fields.
-- covers: OP_RETURN
local list = {}
for i = 1, 600 do list[i] = {a = i, b = "x", c = 1 / i} end
function aso:onGet() return list end
