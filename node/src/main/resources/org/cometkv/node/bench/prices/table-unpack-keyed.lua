-- 3,990 results from a table that is no list, as absent keys.
-- covers: table.unpack
local all = {}
for i = 1, 20 do all[-i] = i end
function aso:onGet()
  while true do local a = table.unpack(all, "0x1p3", 3990) end
end
