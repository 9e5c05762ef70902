-- A state of 1,500 fields, a third of them dead.
-- covers: OP_SETTABLE
-- phase: restore
-- before: 1
aso.all = {}
for i = 1, 1500 do aso.all["f" .. i] = i end
function aso:onTimer()
  for i = 1, 1500, 4 do self.all["f" .. i] = nil end
end
