-- Strings of 3,000 bytes are joined.
-- covers: OP_CONCAT
local text = ("x"):rep(3000)
function aso:onGet()
  local r
  while true do r = text .. text end
end
