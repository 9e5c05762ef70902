-- Reads of the last of 31 keys of 31 bytes with one hash.
-- covers: OP_GETTABLE OP_SETTABLE
local names = {}
for i = 1, 31 do names[i] = i * 2 ^ 32 + i end
function aso:onGet()
  local all, value = {}, nil
  for i = 1, #names do all[names[i]] = i end
  local last = names[#names]
  while true do
    value = all[last]
    all[last] = 2
  end
end
