-- family: allocation
-- attack: varargs packed, spread and packed again, one longer each time
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
local function grow(...)
  return grow(1, table.unpack({ ... }))
end
function onGet()
  return grow()
end
