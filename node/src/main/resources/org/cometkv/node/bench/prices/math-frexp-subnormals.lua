-- Fractions and exponents of numbers below the normal ones.
-- covers: math.frexp math.ldexp
function aso:onGet()
  while true do
    local fraction, exponent = math.frexp(5e-324)
    math.ldexp(fraction, exponent)
  end
end
