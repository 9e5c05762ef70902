-- family: recursion
-- attack: a __len that asks for its own length
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  return #setmetatable({}, { __len = function(t) return #t + 1 end })
end
