-- Short texts in a list.
-- covers: OP_CONCAT OP_SETTABLE
-- heap: yes
function aso:onGet()
  local list = {}
  for i = 1, 3000 do list[i] = "x" .. i end
  for i = 1, 6000 do end
  return #list
end
