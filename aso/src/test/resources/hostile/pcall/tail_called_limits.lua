-- family: pcall
-- attack: a limit inside a tail call of pcall
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  return pcall(pcall, pcall, function() while true do end end)
end
