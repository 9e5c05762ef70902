-- Short events after which a table of six long keys is compacted.
-- covers: OP_SETTABLE
-- times: 100
local keys = {}
aso.all = {}
for i = 1, 6 do aso.all[("x"):rep(15000) .. i] = i end
function aso:onGet()
  local all = self.all
  for i = 1, 3 do
    all.a, all.b, all.c, all.d = 1, 1, 1, 1
    all.a, all.b, all.c, all.d = nil, nil, nil, nil
  end
end
