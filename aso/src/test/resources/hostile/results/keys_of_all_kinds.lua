-- family: results
-- attack: booleans, fractions, negatives and tables as keys of the result come out as they are
-- event: onGet
-- outcome: completed
-- value: {[-1] = 2, [1.5] = 1, [true] = 3, [false] = 4,  = 5}
function onGet()
  local t = {}
  t[-1] = 2
  t[1.5] = 1
  t[true] = 3
  t[false] = 4
  t[""] = 5
  return t
end
