-- A state of 4,000 empty tables.
-- covers: OP_NEWTABLE
-- phase: restore
-- before: 1
aso.list = {}
function aso:onTimer()
  for i = 1, 4000 do self.list[i] = {} end
end
