-- family: library-work
-- attack: optional items make a pattern exponential
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  return (("a"):rep(40)):find("^" .. ("a?"):rep(40) .. ("a"):rep(40) .. "b")
end
