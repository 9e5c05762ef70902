-- A get without a handler of functions that events made many.
-- covers: OP_SETTABLE
-- phase: unhandled
-- before: 5
local function none() end
aso.list, aso.value = {}, {}
function aso:onTimer()
  local list, all = self.list, self.value
  for i = 1, 2500 do
    list[#list + 1] = none
    all[#all + 1] = list
  end
end
