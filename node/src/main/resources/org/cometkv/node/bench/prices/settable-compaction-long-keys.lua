-- A table of six keys of 40,000 bytes is compacted every few writes.
-- covers: OP_SETTABLE
local keys = {}
for i = 1, 6 do keys[i] = ("x" .. i):rep(20000) end
function aso:onGet()
  local all = {}
  for i = 1, 6 do all[keys[i]] = i end
  while true do
    all.a, all.b = 1, 1
    all.a, all.b = nil, nil
    all.c, all.d = 1, 1
    all.c, all.d = nil, nil
  end
end
