-- family: allocation
-- attack: varargs of the most values kept by each of many frames
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
local function deep(...)
  return 1 + deep(...)
end
function onGet()
  return deep(table.unpack({}, 1, 3900))
end
