-- Writes at the end of 98 tables.
-- covers: OP_SETTABLE
function aso:onGet()
  local last = {}
  for i = 1, 98 do last = setmetatable({}, {__newindex = last}) end
  while true do
    last.field = nil
  end
end
