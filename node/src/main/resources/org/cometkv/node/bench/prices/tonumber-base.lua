-- Numbers of 50,000 digits to the base 36.
-- covers: tonumber
local digits = ("z"):rep(50000)
function aso:onGet()
  while true do
    tonumber(digits, 36)
    tonumber("zz", 36)
    tonumber("-1111111", "0x2")
  end
end
