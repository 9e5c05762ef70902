function aso:onGet()
  local parts = {}
  for i = 1, 1000 do parts[i] = "part" .. i end
  while true do table.concat(parts, ", ") end
end
