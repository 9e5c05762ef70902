function aso:onGet()
  local text = ("a"):rep(2000)
  while true do text:find(".-.-.-.-b") end
end
