-- family: pcall
-- attack: an error handler that never ends
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  xpcall(function() error("x") end, function() while true do end end)
  return "went on"
end
