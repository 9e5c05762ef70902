-- family: library-work
-- attack: pattern with four stars that cannot match: work of the fourth power
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  return (("a"):rep(1000)):find("a*a*a*a*b")
end
