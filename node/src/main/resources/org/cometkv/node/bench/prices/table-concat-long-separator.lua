-- Lists joined with separators of 1,000 bytes, from a place that is a numeral.
-- covers: table.concat
local separator = (","):rep(1000)
function aso:onGet()
  while true do table.concat({1, 2, 3, 4, 5}, separator, "0x1p0", "0x1p2") end
end
