-- family: library-work
-- attack: table.insert at a position far before the start, which must not move 2^31 elements
-- event: onGet
-- outcome: error
-- error: out of bounds
function onGet()
  table.insert({ 1, 2, 3 }, -2^31, "x")
end
