-- Values are put to 2,000 nodes in hexadecimal, the last of which is none.
-- covers: comet.put pcall
-- heap: yes
local ids, key = {}, comet.key()
for i = 1, 1999 do ids[i] = key end
local wrong = {key, key, key, key, key, key, key, key, key, key:sub(1, 63) .. "x"}
function aso:onGet()
  for i = 1, 6 do comet.put(key, 1, ids) end
  for i = 1, 100 do pcall(comet.put, key, 1, wrong) end
  for i = 1, 6000 do end
end
