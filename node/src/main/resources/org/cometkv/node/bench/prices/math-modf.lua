-- Whole parts and fractions.
-- covers: math.modf
function aso:onGet()
  while true do
    math.modf(-5e-324)
    math.modf(1.7e308)
    math.modf(-1 / 0)
  end
end
