-- Inverse functions of angles alone.
-- covers: math.asin math.acos math.atan
function aso:onGet()
  while true do
    math.asin(0.5000001)
    math.acos(-0.9999999999)
    math.atan(2.43749)
  end
end
