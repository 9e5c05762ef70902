-- The numbers of 3,990 bytes, one of which is taken.
-- covers: string.byte
local text = ("x"):rep(4000)
function aso:onGet()
  while true do local a = text:byte("0x1", 3990) end
end
