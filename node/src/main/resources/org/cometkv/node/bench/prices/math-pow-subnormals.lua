-- The function of powers that are subnormal.
-- covers: math.pow
function aso:onGet()
  while true do
    math.pow(1e-300, 1.0333)
    math.pow("0x1p-1074", "0x1p-1")
  end
end
