-- Small events on a state near its bound, each of which walks over all of it.
-- covers: OP_SETTABLE
-- times: 20
aso.list, aso.part = {}, {}
local list = aso.list
for i = 1, 11370 do list[i] = i / 3 end
function aso:onGet() self.part = {} end
