-- family: recursion
-- attack: a __newindex function that writes the missing field again
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local t = setmetatable({}, { __newindex = function(t, k, v) t[k + 1] = v end })
  t[1] = true
end
