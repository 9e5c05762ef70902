-- family: library-work
-- attack: %b() tried at each position of a text of open brackets
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  return (("("):rep(20000)):find("%b()")
end
