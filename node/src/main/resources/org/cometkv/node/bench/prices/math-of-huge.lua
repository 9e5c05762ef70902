-- Functions of angles of huge numbers.
-- covers: math.sin math.cos math.tan
function aso:onGet()
  while true do
    math.sin(1.7976931348623157e308)
    math.cos(6381956970095103 * 2 ^ 797)
    math.tan(1e300)
  end
end
