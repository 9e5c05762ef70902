-- family: library-work
-- attack: unfinished capture
-- event: onGet
-- outcome: error
-- error: capture
function onGet()
  return ("abc"):match("(a")
end
