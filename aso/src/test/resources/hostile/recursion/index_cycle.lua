-- family: recursion
-- attack: two tables that are each other's __index
-- event: onGet
-- outcome: error
-- error: loop
function onGet()
  local a, b = {}, {}
  setmetatable(a, { __index = b })
  setmetatable(b, { __index = a })
  return a.x
end
