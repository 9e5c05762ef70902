-- family: loops
-- attack: __len that never answers, asked for by the # operator
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  return #setmetatable({}, { __len = function() while true do end end })
end
