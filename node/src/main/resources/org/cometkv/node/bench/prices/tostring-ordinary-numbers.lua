-- Texts of fractions near one, and of near ties.
-- covers: tostring
function aso:onGet()
  while true do
    tostring(0.5000000000000005)
    tostring(1 / 3)
    tostring(-0.0)
    tostring(99999999999999.5)
    tostring(1e15)
  end
end
