-- Exponentials and logarithms alone.
-- covers: math.exp math.log
function aso:onGet()
  while true do
    math.exp(-745.1)
    math.exp(709.7)
    math.log(5e-324)
    math.log(1.7e308, 10)
  end
end
