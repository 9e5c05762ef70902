-- family: allocation
-- attack: frames that each spread the most values, so that each has thousands of registers
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
local function deeper(...)
  return 1 + select("#", ...) + deeper(...) + select("#", ...)
end
function onGet()
  return deeper(table.unpack({}, 1, 1500))
end
