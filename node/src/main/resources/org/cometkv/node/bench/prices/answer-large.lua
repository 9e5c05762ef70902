-- An answer of 60,000 zeros.
-- covers: OP_RETURN
local row, rows = {}, {}
for i = 1, 240 do row[i] = 0 end
for i = 1, 240 do rows[i] = row end
function aso:onGet() return rows end
