-- Long keys that were added to the state are taken out by an error.
-- covers: OP_SETTABLE error
local keys = {}
for i = 1, 12 do keys[i] = ("x"):rep(8000) .. i end
aso.all = {}
function aso:onGet()
  local all = self.all
  for n = 1, 3 do
    for i = 1, 12 do all[keys[i]] = i end
    for i = 1, 12 do all[keys[i]] = nil end
  end
  error("x")
end
