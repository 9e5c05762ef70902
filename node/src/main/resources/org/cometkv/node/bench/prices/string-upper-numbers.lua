-- The same of numbers.
-- covers: string.upper string.lower string.reverse
function aso:onGet()
  while true do
    string.upper(5e-324)
    string.lower(1e308)
    string.reverse(1 / 3)
  end
end
