-- An update by an object of 300,000 zeros: one list that many others share.
-- covers: OP_SETTABLE
-- phase: update
local row, rows = {}, {}
for i = 1, 1000 do row[i] = 0 end
for i = 1, 300 do rows[i] = row end
aso.value = rows
function aso:onUpdate() end
