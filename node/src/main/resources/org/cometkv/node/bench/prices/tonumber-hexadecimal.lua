-- Numbers of short hexadecimal numerals.
-- covers: tonumber
function aso:onGet()
  while true do
    tonumber("0x1p-1074")
    tonumber("0x.0000001p-1050")
    tonumber("0x1")
  end
end
