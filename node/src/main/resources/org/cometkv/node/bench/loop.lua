function aso:onGet()
  local s = 0
  for i = 1, 100000 do
    s = s + i % 7
  end
  return s
end
