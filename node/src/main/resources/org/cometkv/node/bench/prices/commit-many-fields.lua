-- 4,000 fields of the state are overwritten by strings.
-- covers: OP_SETTABLE
aso.all = {}
local names = {}
for i = 1, 1000 do
  names[i] = "f" .. i
  aso.all[names[i]] = 1
end
function aso:onGet()
  local all = self.all
  for n = 1, 5 do
    for i = 1, 1000 do all[names[i]] = "x" end
  end
end
