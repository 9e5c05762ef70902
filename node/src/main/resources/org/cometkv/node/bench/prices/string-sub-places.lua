-- Slices at places that are numerals, and of whole strings.
-- covers: string.sub
local text = ("x"):rep(6000)
function aso:onGet()
  while true do
    text:sub("0x1p0", "0x1p1")
    text:sub(1, -1)
    text:sub(2, 6000)
    text:sub(-1e308, 1e308)
  end
end
