-- A wait for a get from 1,000 nodes in hexadecimal.
-- covers: comet.get
-- phase: wait
-- heap: yes
local ids, key = {}, comet.key()
for i = 1, 1000 do ids[i] = key end
function aso:onGet() return #comet.get(key, ids) end
