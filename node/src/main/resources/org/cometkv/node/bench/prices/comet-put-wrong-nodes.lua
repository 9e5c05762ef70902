-- A list of 1,000 nodes of which the last is none, each error caught.
-- covers: comet.put pcall
local ids, key = {}, comet.key()
for i = 1, 999 do ids[i] = key end
ids[1000] = key:sub(1, 63) .. "x"
function aso:onGet()
  while true do pcall(comet.put, key, 1, ids) end
end
