-- A list of fractions.
-- covers: OP_SETTABLE
-- heap: yes
function aso:onGet()
  local list = {}
  for i = 1, 12000 do list[i] = i / 3 end
  for i = 1, 6000 do end
  return #list
end
