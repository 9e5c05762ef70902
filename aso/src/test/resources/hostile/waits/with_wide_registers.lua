-- family: waits
-- attack: a wait ten calls deep, each of which had nearly four thousand results open
-- event: onGet
-- outcome: completed|limit
-- limit: allocation|fuel
-- value: 3990
local function deeper(n)
  local count = select("#", table.unpack({}, 1, 3990))
  if n == 0 then
    comet.get()
    return count
  end
  local below = deeper(n - 1)
  return below
end
function onGet()
  return deeper(9)
end
