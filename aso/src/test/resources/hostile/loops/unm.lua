-- family: loops
-- attack: __unm that never answers
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  return -setmetatable({}, { __unm = function() while true do end end })
end
