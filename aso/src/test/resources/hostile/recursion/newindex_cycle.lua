-- family: recursion
-- attack: two tables that are each other's __newindex
-- event: onGet
-- outcome: error
-- error: loop
function onGet()
  local a, b = {}, {}
  setmetatable(a, { __newindex = b })
  setmetatable(b, { __newindex = a })
  a.x = 1
end
