-- family: loops
-- attack: __eq that never answers
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local mt = { __eq = function() while true do end end }
  return setmetatable({}, mt) == setmetatable({}, mt)
end
