-- family: library-work
-- attack: table.concat over a range of 2^31 missing items
-- event: onGet
-- outcome: error
function onGet()
  return table.concat({}, "", 1, 2^31 - 1)
end
