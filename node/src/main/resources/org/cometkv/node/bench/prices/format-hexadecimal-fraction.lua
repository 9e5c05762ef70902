-- Hexadecimal fractions.
-- covers: string.format
function aso:onGet()
  while true do
    string.format("%a", 1 / 3)
    string.format("%.5A", 5e-324)
    string.format("%99.99a", 1)
  end
end
