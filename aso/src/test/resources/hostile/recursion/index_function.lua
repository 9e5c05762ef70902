-- family: recursion
-- attack: an __index function that reads the missing field again
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local t = setmetatable({}, { __index = function(t, k) return t[k + 1] end })
  return t[1]
end
