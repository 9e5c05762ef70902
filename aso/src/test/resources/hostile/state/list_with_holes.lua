-- family: state
-- attack: holes made, moved and removed by the functions of the table library
-- event: onGet
-- times: 5
-- outcome: completed|error
aso.list = { 1, 2, 3, 4, 5, 6, 7, 8 }
function aso:onGet()
  local l = self.list
  l[2], l[5] = nil, nil
  table.remove(l, 1)
  table.insert(l, 1, nil)
  table.insert(l, 3, nil)
  table.remove(l)
  l[#l] = nil
  table.insert(l, #l + 1, nil)
  l[#l + 1] = 9
  l[#l + 2] = 11
  l[#l + 1] = 10
  return #l
end
