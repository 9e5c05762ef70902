-- Reads of the last of 31 keys of one hash.
-- covers: OP_GETTABLE
local all, last = {}, nil
local head = ("x"):rep(7000)
for i = 0, 30 do
  local name = ""
  for bit = 0, 4 do name = name .. (math.floor(i / 2 ^ bit) % 2 == 0 and "Aa" or "BB") end
  last = head .. name .. "0123456789"
  all[last] = i
end
last = last:sub(1, 6000) .. last:sub(6001)
function aso:onGet()
  local value
  while true do value = all[last] end
end
