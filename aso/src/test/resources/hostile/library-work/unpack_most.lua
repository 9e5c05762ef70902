-- family: library-work
-- attack: exactly as many results as a call to select may take
-- event: onGet
-- outcome: completed
-- value: 3999
function onGet()
  return select("#", table.unpack({}, 1, 3999))
end
