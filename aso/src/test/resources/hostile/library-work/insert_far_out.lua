-- family: library-work
-- attack: table.insert at a position far behind the end
-- event: onGet
-- outcome: error
-- error: out of bounds
function onGet()
  table.insert({ 1, 2, 3 }, 2^40, "x")
end
