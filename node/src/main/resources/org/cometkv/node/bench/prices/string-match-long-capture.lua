-- Captures of 6,000 bytes.
-- covers: string.match
local text = ("x"):rep(6000)
function aso:onGet()
  while true do text:match("^(.*)$") end
end
