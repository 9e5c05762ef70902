-- Each step compares the last of 31 long keys of one hash with all others.
-- covers: next
local all, last = {}, nil
local head = ("x"):rep(7000)
for i = 0, 30 do
  local name = ""
  for bit = 0, 4 do name = name .. (math.floor(i / 2 ^ bit) % 2 == 0 and "Aa" or "BB") end
  last = head .. name .. "0123456789"
  all[last] = i
end
function aso:onGet()
  while true do next(all, last) end
end
