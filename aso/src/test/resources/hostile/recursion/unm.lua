-- family: recursion
-- attack: an __unm that negates itself
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  return -setmetatable({}, { __unm = function(t) return 1 + -t end })
end
