-- Integers of all conversions, padded.
-- covers: string.format
function aso:onGet()
  while true do
    string.format("%d", 0)
    string.format("%99.99d", -9.2e18)
    string.format("%#99.99o", 1.8e19)
    string.format("%#99X", "0x1p63")
    string.format("%+ 5i", 7)
  end
end
