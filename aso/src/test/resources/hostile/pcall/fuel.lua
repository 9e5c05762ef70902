-- family: pcall
-- attack: the end of the fuel caught by pcall
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  pcall(function() while true do end end)
  return "went on"
end
