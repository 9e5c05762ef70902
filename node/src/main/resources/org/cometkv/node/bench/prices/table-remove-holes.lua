-- Lists whose end is cut over holes.
-- covers: table.remove
function aso:onGet()
  local list = {}
  while true do
    for i = 1, 500 do list[i] = i end
    for i = 1, 499 do list[i] = nil end
    table.remove(list)
  end
end
