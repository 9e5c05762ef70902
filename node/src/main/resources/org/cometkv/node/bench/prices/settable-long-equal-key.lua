-- Writes under a key of 90,000 bytes that is equal to the one in the table, but another string.
-- covers: OP_SETTABLE
local key, other = ("x"):rep(90000), ("x"):rep(90000)
function aso:onGet()
  local all = {[key] = 1}
  while true do all[other] = 2 end
end
