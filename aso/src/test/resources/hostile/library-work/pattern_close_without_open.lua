-- family: library-work
-- attack: a capture closed that was never opened
-- event: onGet
-- outcome: error
-- error: capture
function onGet()
  return ("abc"):match("a)")
end
