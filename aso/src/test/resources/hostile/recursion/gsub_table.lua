-- family: recursion
-- attack: a gsub replacement table whose __index function calls gsub with the table
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local t = {}
  setmetatable(t, { __index = function(_, k) return (k:gsub(".", t)) end })
  return (("x"):gsub(".", t))
end
