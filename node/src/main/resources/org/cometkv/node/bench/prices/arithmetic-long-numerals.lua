-- Operators on numerals of 50,000 digits.
-- covers: OP_ADD OP_UNM
local one, other = ("7"):rep(50000), "0." .. ("0"):rep(50000) .. "1"
function aso:onGet()
  local r
  while true do r = one + -other end
end
