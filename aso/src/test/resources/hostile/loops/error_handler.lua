-- family: loops
-- attack: xpcall handler that never answers
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  return xpcall(error, function() while true do end end, "x")
end
