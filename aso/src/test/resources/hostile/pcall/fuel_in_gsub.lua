-- family: pcall
-- attack: the end of the fuel inside a gsub callback inside pcall
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  pcall(string.gsub, "abc", ".", function() while true do end end)
  return "went on"
end
