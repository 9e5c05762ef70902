-- Insertions into many lists of the state, so that the commit looks at all of each.
-- covers: table.insert
aso.lists = {}
for i = 1, 100 do
  local list = {}
  for n = 1, 100 do list[n] = n end
  aso.lists[i] = list
end
function aso:onGet()
  for i = 1, 100 do table.insert(self.lists[i], 1, 0) end
end
