-- Strings of 4,000 bytes in capitals and small letters.
-- covers: string.upper string.lower string.reverse
local text = ("aZ"):rep(2000)
function aso:onGet()
  while true do
    text:upper()
    text:lower()
    text:reverse()
  end
end
