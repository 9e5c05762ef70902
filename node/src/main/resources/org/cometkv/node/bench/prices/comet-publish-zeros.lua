-- A message of 60,000 zeros: one list that 250 others share.
-- covers: comet.publish
-- heap: yes
local row, rows = {}, {}
for i = 1, 240 do row[i] = 0 end
for i = 1, 250 do rows[i] = row end
function aso:onGet()
  comet.publish(rows)
  for i = 1, 6000 do end
end
