function aso:onGet()
  local map = {}
  for i = 1, 1000 do map["k" .. i] = i end
  for i = 2, 1000 do map["k" .. i] = nil end
  while true do next(map, "k1") end
end
