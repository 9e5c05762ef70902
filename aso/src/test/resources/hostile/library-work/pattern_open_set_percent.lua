-- family: library-work
-- attack: malformed pattern: a set that ends within an escape
-- event: onGet
-- outcome: error
-- error: malformed pattern
function onGet()
  return ("abc"):find("[a%")
end
