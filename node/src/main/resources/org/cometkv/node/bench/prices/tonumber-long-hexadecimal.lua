-- Numbers of hexadecimal numerals of 30,000 digits.
-- covers: tonumber
local digits, point = "0x" .. ("f"):rep(30000), "0x." .. ("0"):rep(30000) .. "1p100000"
function aso:onGet()
  while true do
    tonumber(digits)
    tonumber(point)
  end
end
