-- family: library-work
-- attack: gsub replacement with an invalid capture index
-- event: onGet
-- outcome: error
-- error: invalid capture index
function onGet()
  return ("abc"):gsub("a", "%2")
end
