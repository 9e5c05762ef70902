-- family: library-work
-- attack: next with a key that is not in the table
-- event: onGet
-- outcome: error
function onGet()
  return next({ a = 1 }, "b")
end
