-- A wait for a get with a request of 20,000 zeros.
-- covers: comet.get
-- phase: wait
-- heap: yes
local row, rows = {}, {}
for i = 1, 200 do row[i] = 0 end
for i = 1, 100 do rows[i] = row end
function aso:onGet() return comet.get(comet.key(), nil, rows) end
