-- Reads under a key of 90,000 bytes that is equal to the one in the table, but another string.
-- covers: OP_GETTABLE
local key, other = ("x"):rep(90000), ("x"):rep(90000)
local all = {[key] = 1}
function aso:onGet()
  local value
  while true do value = all[other] end
end
