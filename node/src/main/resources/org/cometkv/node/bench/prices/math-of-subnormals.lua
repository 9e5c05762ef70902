-- Functions of subnormal numbers, and of what lies just below one.
-- covers: math.acos math.asin math.atan math.exp math.log math.sqrt math.abs math.ceil math.floor math.deg math.rad
function aso:onGet()
  while true do
    math.acos(0.9999999999999999)
    math.asin(-0.9999999999999999)
    math.atan(5e-324)
    math.exp(-745.1)
    math.log(5e-324)
    math.log(5e-324, 10)
    math.log(5e-324, 3)
    math.sqrt(5e-324)
    math.abs(-5e-324)
    math.ceil(5e-324)
    math.floor(-5e-324)
    math.deg(1e308)
    math.rad(5e-324)
  end
end
