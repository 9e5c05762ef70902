-- family: loops
-- attack: __concat that never answers, in the middle of a chain of ten operands
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local c = setmetatable({}, { __concat = function() while true do end end })
  return "a" .. "b" .. "c" .. "d" .. c .. "f" .. "g" .. "h" .. "i" .. "j"
end
