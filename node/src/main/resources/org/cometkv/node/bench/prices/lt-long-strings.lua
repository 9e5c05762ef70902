-- The order of strings of 70,000 bytes that differ in the last.
-- covers: OP_LT
local one, other = ("x"):rep(70000) .. "a", ("x"):rep(70000) .. "b"
function aso:onGet()
  local r
  while true do r = one < other end
end
