function aso:onGet()
  local n = 0
  while true do n = n + #("x"):rep(3000) end
end
