-- The step of ipairs by hand, from a place that is a numeral.
-- covers: ipairs.next ipairs
local step = ipairs({})
local list = {1, 2, 3}
function aso:onGet()
  while true do step(list, "0x1p-1074") end
end
