-- Texts that are nearly numerals.
-- covers: tonumber
local long = ("1"):rep(50000) .. "e"
function aso:onGet()
  while true do
    tonumber(long)
    tonumber("0x1p")
    tonumber("0x")
    tonumber("1e+")
  end
end
