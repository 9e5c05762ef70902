-- family: library-work
-- attack: sorting values that cannot be compared
-- event: onGet
-- outcome: error
-- error: attempt to compare
function onGet()
  table.sort({ 1, "a", {}, true })
end
