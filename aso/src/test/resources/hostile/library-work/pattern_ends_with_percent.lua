-- family: library-work
-- attack: malformed pattern: ends with the escape character
-- event: onGet
-- outcome: error
-- error: malformed pattern
function onGet()
  return ("abc"):find("a%")
end
