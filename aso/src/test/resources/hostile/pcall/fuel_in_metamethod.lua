-- family: pcall
-- attack: the end of the fuel inside a metamethod inside a comparator inside pcall
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t = setmetatable({}, { __lt = function() while true do end end })
  pcall(table.sort, { t, t, t }, function(a, b) return a < b end)
  return "went on"
end
