-- Random numbers of all forms.
-- covers: math.random
function aso:onGet()
  while true do
    math.random()
    math.random(1e308)
    math.random("0x1p0", "0x1p52")
  end
end
