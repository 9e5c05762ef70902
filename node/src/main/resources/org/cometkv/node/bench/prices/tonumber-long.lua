-- Numbers of numerals of 50,000 digits.
-- covers: tonumber
local digits, point = ("7"):rep(50000), "." .. ("0"):rep(50000) .. "1e50000"
function aso:onGet()
  while true do
    tonumber(digits)
    tonumber(point)
  end
end
