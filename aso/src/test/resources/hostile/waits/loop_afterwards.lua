-- family: waits
-- attack: an endless loop after a wait, inside pcall
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  comet.get()
  pcall(function() while true do end end)
  return "went on"
end
