function aso:onGet()
  local text = ("ab"):rep(1000)
  while true do text:gsub("%w", function(c) end) end
end
