-- A table of the state with 100 entries is compacted again and again.
-- covers: OP_SETTABLE
aso.all = {}
for i = 1, 100 do aso.all["k" .. i] = i end
function aso:onGet()
  local all = self.all
  while true do
    for i = 1, 100 do all["k" .. i] = nil end
    for i = 1, 100 do all["k" .. i] = i end
  end
end
