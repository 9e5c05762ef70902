-- The index of a table with four keys of 40,000 bytes grows.
-- covers: OP_SETTABLE OP_NEWTABLE
local keys = {}
for i = 1, 4 do keys[i] = ("x" .. i):rep(20000) end
function aso:onGet()
  while true do
    local all = {}
    for i = 1, 4 do all[keys[i]] = i end
    for i = 1, 40 do all[-i] = i end
  end
end
