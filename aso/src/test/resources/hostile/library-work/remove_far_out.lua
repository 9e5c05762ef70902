-- family: library-work
-- attack: table.remove at a position far behind the end
-- event: onGet
-- outcome: error
-- error: out of bounds
function onGet()
  table.remove({ 1, 2, 3 }, 2^40)
end
