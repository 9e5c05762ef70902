-- New tables to each of which 31 keys of one hash are added.
-- covers: OP_SETTABLE OP_NEWTABLE
local keys = {}
local head = ("x"):rep(1500)
for i = 0, 30 do
  local name = ""
  for bit = 0, 4 do name = name .. (math.floor(i / 2 ^ bit) % 2 == 0 and "Aa" or "BB") end
  keys[i + 1] = head .. name .. "0123456789"
end
function aso:onGet()
  while true do
    local all = {}
    for i = 1, 31 do all[keys[i]] = i end
  end
end
