-- family: loops
-- attack: sort comparator that never answers
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  table.sort({ 3, 1, 2 }, function() while true do end end)
end
