-- A state of long keys, all of one sampled hash.
-- covers: OP_SETTABLE
-- phase: restore
local head = ("x"):rep(3000)
for i = 0, 30 do
  local name = ""
  for bit = 0, 4 do name = name .. (math.floor(i / 2 ^ bit) % 2 == 0 and "Aa" or "BB") end
  aso[head .. name .. "0123456789"] = i
end
