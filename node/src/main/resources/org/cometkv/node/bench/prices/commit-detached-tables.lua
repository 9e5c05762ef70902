-- Small events that attach a table of the chunk again.
-- covers: OP_SETTABLE
-- times: 20
local part = {}
aso.part = part
for i = 1, 1500 do part[i] = {} end
function aso:onGet()
  self.part = nil
  self.part = part
end
