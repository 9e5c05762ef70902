-- family: pcall
-- attack: the end of the fuel shown to an error handler
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  xpcall(function() while true do end end, function() return "handled" end)
  return "went on"
end
