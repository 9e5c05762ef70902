-- Lists of 3,990 results.
-- covers: OP_SETLIST OP_NEWTABLE table.unpack
local list = {}
for i = 1, 3990 do list[i] = i end
function aso:onGet()
  while true do local all = {table.unpack(list)} end
end
