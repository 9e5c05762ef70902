-- An event that empties a table of the state.
-- covers: OP_SETTABLE
-- heap: object
-- times: 2
aso.all = {}
local names = {}
for i = 1, 1500 do names[i] = "f" .. i end
function aso:onGet()
  local all = self.all
  if all.f1 then
    for i = 1, 1500 do all[names[i]] = nil end
    for i = 2000, 1, -1 do all[i] = nil end
  else
    for i = 1, 1500 do all[names[i]] = i end
    for i = 1, 2000 do all[i] = i end
  end
end
