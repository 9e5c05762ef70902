-- Short events that wait once and delete a field of a state of 1,500 tables.
-- covers: comet.get OP_SETTABLE
-- phase: wait
-- times: 10
aso.list = {}
for i = 1, 1500 do aso.list[i] = {x = {}} end
function aso:onGet()
  self.field = 1
  comet.get()
  self.field = nil
end
