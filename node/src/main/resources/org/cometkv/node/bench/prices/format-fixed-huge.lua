-- 99 places of numbers with 300 digits.
-- covers: string.format
function aso:onGet()
  while true do
    string.format("%.99f", 1.7976931348623157e308)
    string.format("%.99f", 5e-324)
  end
end
