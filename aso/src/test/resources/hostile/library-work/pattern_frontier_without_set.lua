-- family: library-work
-- attack: malformed pattern: %f without a set
-- event: onGet
-- outcome: error
-- error: missing '['
function onGet()
  return ("abc"):find("%f")
end
