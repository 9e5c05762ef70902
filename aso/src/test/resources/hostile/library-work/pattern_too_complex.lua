-- family: library-work
-- attack: a pattern that needs more than 200 levels of the matcher
-- event: onGet
-- outcome: error
-- error: too complex
function onGet()
  return (("a"):rep(300)):find(("a?"):rep(300))
end
