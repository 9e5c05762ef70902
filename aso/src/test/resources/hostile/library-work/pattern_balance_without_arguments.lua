-- family: library-work
-- attack: malformed pattern: %b at the very end
-- event: onGet
-- outcome: error
function onGet()
  return ("abc"):find("%b")
end
