-- family: library-work
-- attack: a run over a long negated set: one step of the matcher, many tests
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  return (("x"):rep(20000)):match("^[^" .. ("bc"):rep(3000) .. "]*$")
end
