-- family: loops
-- attack: gsub replacement function that never answers
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  return (("abc"):gsub(".", function() while true do end end))
end
