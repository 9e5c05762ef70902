-- 99 digits of subnormal numbers.
-- covers: string.format
function aso:onGet()
  while true do
    string.format("%.99e", 5e-324)
    string.format("%#.99g", 2.2250738585072009e-308)
    string.format("%.99g", 1.7976931348623157e308)
  end
end
