-- Writes to the last of 31 keys of one hash.
-- covers: OP_SETTABLE
local keys = {}
local head = ("x"):rep(5000)
for i = 0, 30 do
  local name = ""
  for bit = 0, 4 do name = name .. (math.floor(i / 2 ^ bit) % 2 == 0 and "Aa" or "BB") end
  keys[i + 1] = head .. name .. "0123456789"
end
function aso:onGet()
  local all = {}
  for i = 1, 31 do all[keys[i]] = i end
  local last = keys[31]
  while true do all[last] = 1 end
end
