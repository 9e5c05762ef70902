-- Gets from 500 nodes in hexadecimal, the last of which is none.
-- covers: comet.get pcall
local ids, key = {}, comet.key()
for i = 1, 499 do ids[i] = key end
ids[500] = key:sub(1, 63) .. "x"
function aso:onGet()
  while true do pcall(comet.get, key, ids) end
end
