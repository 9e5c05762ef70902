-- The numbers of 3,990 bytes.
-- covers: string.byte
local text = ("x"):rep(4000)
function aso:onGet()
  while true do text:byte(1, 3990) end
end
