-- family: library-work
-- attack: malformed pattern: a set without end
-- event: onGet
-- outcome: error
-- error: malformed pattern
function onGet()
  return ("abc"):gsub("[a", "")
end
