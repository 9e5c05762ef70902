-- family: library-work
-- attack: unpack of a range nobody can hold
-- event: onGet
-- outcome: error
-- error: too many results
function onGet()
  return select("#", table.unpack({}, 1, 1e8))
end
