-- family: library-work
-- attack: comparator that empties and grows the list while it is sorted
-- event: onGet
-- outcome: completed|error|limit
-- limit: fuel|allocation
function onGet()
  local t = {}
  for i = 1, 100 do t[i] = 101 - i end
  local n = 0
  table.sort(t, function(a, b)
    n = n + 1
    if n % 2 == 0 then
      for i = #t, 1, -1 do t[i] = nil end
    else
      for i = 1, 120 do t[i] = i end
    end
    return (a or 0) < (b or 0)
  end)
  return true
end
