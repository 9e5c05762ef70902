-- family: allocation
-- attack: nearly four thousand results open at each of many levels
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
local function deeper(n)
  local count = select("#", table.unpack({}, 1, 3990))
  local below = deeper(n + 1)
  return below + count
end
function onGet()
  return deeper(0)
end
