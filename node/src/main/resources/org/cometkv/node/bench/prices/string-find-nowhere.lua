-- A plain search for a byte that is not there.
-- covers: string.find
local text = ("a"):rep(90000)
function aso:onGet()
  while true do text:find("b") end
end
