-- A state of as many small integers as it may have.
-- covers: OP_SETTABLE
-- phase: restore
-- before: 4
aso.list = {}
function aso:onTimer()
  local list = self.list
  for i = #list + 1, #list + 5000 do list[i] = 1 end
end
