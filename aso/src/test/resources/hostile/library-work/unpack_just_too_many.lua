-- family: library-work
-- attack: one result more than a call may have
-- event: onGet
-- outcome: error
-- error: too many results
function onGet()
  return select("#", table.unpack({}, 1, 4001))
end
