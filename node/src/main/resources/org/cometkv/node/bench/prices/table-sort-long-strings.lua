-- Sorts of strings that differ after 3,000 bytes.
-- covers: table.sort
local list = {}
for i = 1, 40 do list[i] = ("x"):rep(3000) .. i * 17 % 41 end
function aso:onGet()
  local list = {table.unpack(list)}
  while true do table.sort(list) end
end
