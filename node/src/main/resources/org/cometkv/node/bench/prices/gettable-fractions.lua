-- Reads and writes under keys that are fractions, subnormal numbers and negative zero.
-- covers: OP_GETTABLE OP_SETTABLE
local keys = {}
for i = 1, 2000 do keys[i] = i * 5e-324 end
local all = {}
for i = 1, 2000 do all[keys[i]] = i end
function aso:onGet()
  local value, list = nil, {}
  while true do
    for i = 1, 2000 do value = all[keys[i]] end
    value = list[-0.0]
    list[-(0)] = 1
  end
end
