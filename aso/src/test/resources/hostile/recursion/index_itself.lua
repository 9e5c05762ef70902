-- family: recursion
-- attack: a table that is its own __index through its own metatable
-- event: onGet
-- outcome: error
-- error: loop
function onGet()
  local t = {}
  t.__index = t
  setmetatable(t, t)
  return t.x
end
