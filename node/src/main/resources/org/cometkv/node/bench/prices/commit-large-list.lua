-- A list of 3,000 tables is attached to the state.
-- covers: OP_SETTABLE
function aso:onGet()
  local list = {}
  for i = 1, 3000 do list[i] = {} end
  self.list = list
end
