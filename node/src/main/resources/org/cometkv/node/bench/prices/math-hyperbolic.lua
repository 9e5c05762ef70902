-- Hyperbolic functions and the angle of a point, where they take longest.
-- covers: math.sinh math.cosh math.tanh math.atan2
function aso:onGet()
  while true do
    math.sinh(0.2500001)
    math.cosh(709.7)
    math.tanh(0.5000001)
    math.atan2(0.0000001, -2.43749)
  end
end
