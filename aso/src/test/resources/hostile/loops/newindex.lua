-- family: loops
-- attack: __newindex that never comes back
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t = setmetatable({}, { __newindex = function() while true do end end })
  t.x = 1
end
