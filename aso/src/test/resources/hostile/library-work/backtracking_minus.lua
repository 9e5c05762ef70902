-- family: library-work
-- attack: pattern with four lazy repetitions that cannot match
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  return (("a"):rep(1000)):match(".-.-.-.-b")
end
