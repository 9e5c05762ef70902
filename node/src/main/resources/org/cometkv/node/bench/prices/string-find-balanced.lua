-- Brackets that are not closed.
-- covers: string.find
local text = ("("):rep(60000)
function aso:onGet()
  while true do text:find("%b()") end
end
