-- A get without a handler of 60,000 zeros.
-- covers: OP_SETTABLE
-- phase: unhandled
local row, rows = {}, {}
for i = 1, 240 do row[i] = 0 end
for i = 1, 240 do rows[i] = row end
aso.value = rows
