-- Small events on a state whose estimate is over its bound, each of which writes its image to know.
-- covers: OP_SETTABLE
-- times: 20
local text = ("x"):rep(30)
aso.list, aso.part = {}, {}
for i = 1, 3198 do aso.list[i] = text end
function aso:onGet() self.part = {} end
