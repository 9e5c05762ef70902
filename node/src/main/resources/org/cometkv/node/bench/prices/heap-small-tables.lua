-- Small tables of all kinds.
-- covers: OP_NEWTABLE OP_SETTABLE
-- heap: yes
function aso:onGet()
  local list = {}
  for i = 1, 900 do
    local one = {}
    one[1] = i
    list[i] = {one, {x = i / 3}, {}}
  end
  for i = 1, 6000 do end
  return #list
end
