function aso:onGet()
  local text, part = ("a"):rep(30000), ("a"):rep(3000) .. "b"
  while true do text:find(part, 1, true) end
end
