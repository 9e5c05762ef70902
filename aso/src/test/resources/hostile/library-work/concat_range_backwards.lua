-- family: library-work
-- attack: table.concat over ranges that end before they begin, at the borders of integers
-- event: onGet
-- outcome: completed
-- value: ||
function onGet()
  return table.concat({}, ",", 1, -2^31) .. "|" .. table.concat({ "a" }, ",", 2^31 - 1, 1) .. "|" .. table.concat({}, ",", 2, 1)
end
