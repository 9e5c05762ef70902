-- 4,000 changes of the state are undone by an error.
-- covers: OP_SETTABLE error
aso.all = {}
local names = {}
for i = 1, 1000 do names[i] = "f" .. i end
function aso:onGet()
  local all = self.all
  for n = 1, 4 do
    for i = 1, 1000 do all[names[i]] = i end
    for i = 1, 1000 do all[names[i]] = nil end
  end
  error("x")
end
