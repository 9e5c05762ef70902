-- Numbers of numerals that are hard to read.
-- covers: tonumber
function aso:onGet()
  while true do
    tonumber("5e-324")
    tonumber("2.2250738585072012e-308")
    tonumber("1.7976931348623158e308")
    tonumber("6.631236846766476e-316")
    tonumber("123456789012345.678e-290")
  end
end
