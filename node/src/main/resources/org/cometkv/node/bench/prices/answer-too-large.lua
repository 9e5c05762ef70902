-- An answer of functions' names and numbers that is too large at its end.
-- covers: OP_RETURN
local row, rows = {}, {}
for i = 1, 250 do row[i] = i / 3 end
for i = 1, 250 do rows[i] = row end
function aso:onGet() return rows end
