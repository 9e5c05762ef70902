-- family: loops
-- attack: endless while loop inside a metamethod inside pcall
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local trap = setmetatable({}, { __add = function() while true do end end })
  while true do
    pcall(function() return trap + 1 end)
  end
end
