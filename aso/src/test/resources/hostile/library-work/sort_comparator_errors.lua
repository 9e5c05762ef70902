-- family: library-work
-- attack: comparator that raises in the middle: the list keeps all its elements
-- event: onGet
-- outcome: completed
-- value: 5050
function onGet()
  local t, n = {}, 0
  for i = 1, 100 do t[i] = 101 - i end
  local ok = pcall(table.sort, t, function(a, b)
    n = n + 1
    if n == 150 then error("enough") end
    return a < b
  end)
  assert(not ok)
  local sum = 0
  for i = 1, 100 do sum = sum + t[i] end
  return sum
end
