function aso:onGet()
  while true do string.format("%.99f %99.99g", 1e300, 1 / 3) end
end
