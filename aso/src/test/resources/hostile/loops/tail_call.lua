-- family: loops
-- attack: endless tail call to itself, which takes no stack
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local function again() return again() end
  return again()
end
