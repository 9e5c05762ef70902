-- Lengths of numbers that are hard to write.
-- covers: string.len
function aso:onGet()
  while true do
    string.len(5e-324)
    string.len(1.7976931348623157e308)
  end
end
