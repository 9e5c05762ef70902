-- 99 digits of numbers near one, which cost the least.
-- covers: string.format
function aso:onGet()
  while true do
    string.format("%.99f", 1 / 3)
    string.format("%.99e", 2 / 3)
    string.format("%99.99g", 1.1)
  end
end
