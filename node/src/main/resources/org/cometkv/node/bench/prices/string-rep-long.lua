-- Strings of 3,000 bytes, and one of 100,000.
-- covers: string.rep
function aso:onGet()
  local text = ("x"):rep(100000)
  while true do ("x"):rep(3000) end
end
