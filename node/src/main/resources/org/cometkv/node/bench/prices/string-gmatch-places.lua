-- All places of a text.
-- covers: string.gmatch
local text = ("x"):rep(60000)
function aso:onGet()
  while true do
    for at in text:gmatch("()") do end
  end
end
