-- Comparisons of equal strings of 90,000 bytes.
-- covers: rawequal
local one, other = ("x"):rep(90000), ("x"):rep(90000)
function aso:onGet()
  while true do rawequal(one, other) end
end
