function aso:onGet()
  local i = 0
  while true do
    i = i + 1
    self["key" .. i] = i
    self["key" .. i - 50] = nil
  end
end
