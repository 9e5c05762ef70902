-- Reads of an absent field under a key that has the length and the sampled hash of one in the table.
-- covers: OP_GETTABLE
local key, other = ("x"):rep(70000) .. "Aa" .. "0123456789", ("x"):rep(70000) .. "BB" .. "0123456789"
local all = {[key] = 1}
function aso:onGet()
  local value
  while true do value = all[other] end
end
