-- Functions of one number, given as a numeral.
-- covers: math.abs math.ceil math.floor math.sqrt math.deg math.rad math.modf
function aso:onGet()
  while true do
    math.abs("-0x1p-1074")
    math.ceil("0x1p-1074")
    math.floor("0x1p-1074")
    math.sqrt("0x1p-1074")
    math.deg("0x1p-1074")
    math.rad("0x1p-1074")
    math.modf("0x1.8p-1074")
  end
end
