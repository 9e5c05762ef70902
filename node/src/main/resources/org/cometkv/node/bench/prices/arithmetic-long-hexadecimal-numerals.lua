-- Operators on hexadecimal numerals of 10,000 digits.
-- covers: OP_ADD OP_UNM
local one, other = "0x" .. ("f"):rep(10000), "0x." .. ("0"):rep(10000) .. "1p-20"
function aso:onGet()
  local r
  while true do r = one + -other end
end
