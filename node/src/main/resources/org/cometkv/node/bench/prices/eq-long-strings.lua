-- Comparisons of equal strings of 90,000 bytes.
-- covers: OP_EQ
local one, other = ("x"):rep(90000), ("x"):rep(90000)
function aso:onGet()
  local r
  while true do r = one == other end
end
