-- An event that adds 3,000 entries to the state and fails.
-- covers: OP_SETTABLE error
-- heap: object
aso.all = {}
local names = {}
for i = 1, 1500 do names[i] = "f" .. i end
function aso:onGet()
  for i = 1, 1500 do self.all[names[i]] = i end
  for i = 1, 3000 do self.all[i] = i end
  error("x")
end
