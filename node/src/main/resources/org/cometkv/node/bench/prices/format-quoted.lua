-- Quoted strings of bytes that need escapes.
-- covers: string.format
local text = ("\1\0012\n\"\\\127"):rep(700)
function aso:onGet()
  while true do ("%q"):format(text) end
end
