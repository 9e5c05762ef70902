function aso:onGet()
  local text = "x"
  while true do text = text .. "y" end
end
