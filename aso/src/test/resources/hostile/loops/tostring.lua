-- family: loops
-- attack: __tostring that never answers, called by tostring inside pcall
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t = setmetatable({}, { __tostring = function() while true do end end })
  return pcall(tostring, t)
end
