-- Operators on decimal numerals that are hard to read.
-- covers: OP_ADD OP_MUL
function aso:onGet()
  local a, b, c, r = "5e-324", "2.2250738585072011e-308", "1.7976931348623157e308", nil
  while true do
    r = a + b
    r = b * c
  end
end
