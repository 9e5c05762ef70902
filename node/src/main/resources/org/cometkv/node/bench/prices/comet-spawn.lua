-- New objects with 1,000 fields.
-- covers: comet.spawn
local fields, key = {}, comet.key(1)
for i = 1, 1000 do fields["field" .. i] = i / 3 end
function aso:onGet()
  while true do comet.spawn(key, fields) end
end
