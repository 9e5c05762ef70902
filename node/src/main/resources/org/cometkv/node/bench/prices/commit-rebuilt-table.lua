-- A table of the state is compacted again and again, and looked at as often at the end.
-- covers: OP_SETTABLE
aso.all = {}
local others = {}
for i = 1, 300 do others[i] = "other" .. i end
function aso:onGet()
  local all = self.all
  for i = 1, 500 do
    all.a, all.b, all.c, all.d, all.e, all.f, all.g, all.h = 1, 1, 1, 1, 1, 1, 1, 1
    all.a, all.b, all.c, all.d, all.e, all.f, all.g, all.h = nil, nil, nil, nil, nil, nil, nil, nil
  end
  for i = 1, 300 do all[others[i]] = {} end
end
