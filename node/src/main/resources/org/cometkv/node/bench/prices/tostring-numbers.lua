-- Texts of numbers that are hard to write.
-- covers: tostring
function aso:onGet()
  while true do
    tostring(5e-324)
    tostring(1.7976931348623157e308)
    tostring(0.1 + 0.2)
    tostring(2.2250738585072011e-308)
  end
end
