-- Operators on a numeral between 100,000 blanks.
-- covers: OP_ADD OP_SUB
local text = (" "):rep(50000) .. "0x1p-1074" .. (" "):rep(50000)
function aso:onGet()
  local r
  while true do r = text - text end
end
