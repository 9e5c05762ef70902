-- Small tables.
-- covers: OP_NEWTABLE OP_SETTABLE
function aso:onGet()
  while true do
    local a = {}
    local b = {a}
    local c = {x = b}
  end
end
