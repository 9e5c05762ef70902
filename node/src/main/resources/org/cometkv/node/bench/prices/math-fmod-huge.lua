-- Remainders of a huge number by a tiny one.
-- covers: math.fmod
function aso:onGet()
  while true do math.fmod(1.7976931348623157e308, 5e-324) end
end
