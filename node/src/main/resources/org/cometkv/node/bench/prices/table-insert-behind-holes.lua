-- Lists with a hole that is filled, so that all that follows moves into them.
-- covers: table.insert
function aso:onGet()
  while true do
    local list = {1, 2, 3}
    for i = 5, 300 do list[i] = i end
    table.insert(list, 1, 0)
  end
end
