-- Puts to lists of 1,000 nodes in hexadecimal.
-- covers: comet.put
-- heap: yes
local ids, key = {}, comet.key()
for i = 1, 1000 do ids[i] = key end
function aso:onGet()
  for i = 1, 20 do comet.put(key, 1, ids) end
  for i = 1, 6000 do end
end
