-- family: recursion
-- attack: a __concat that concatenates again
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local t = setmetatable({}, { __concat = function(a, b) return "x" .. (a .. b) end })
  return "a" .. "b" .. t .. "c"
end
