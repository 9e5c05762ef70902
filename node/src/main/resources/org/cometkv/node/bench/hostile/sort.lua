function aso:onGet()
  local list = {}
  for i = 1, 2000 do list[i] = i * 7919 % 2003 end
  while true do
    table.sort(list, function(a, b) return a > b end)
    table.sort(list)
  end
end
