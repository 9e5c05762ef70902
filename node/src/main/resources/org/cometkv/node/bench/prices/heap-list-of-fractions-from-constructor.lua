-- Lists of 40 fractions by constructors.
-- covers: OP_SETLIST OP_NEWTABLE
-- heap: yes
function aso:onGet()
  local list = {}
  for i = 1, 1000 do
    local a, b = i / 3, i / 7
    list[i] = {a + 1, b + 1, a + 2, b + 2, a + 3, b + 3, a + 4, b + 4}
  end
  for i = 1, 6000 do end
  return #list
end
