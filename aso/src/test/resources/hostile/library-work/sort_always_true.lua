-- family: library-work
-- attack: comparator that always says yes: must end, with an error or without
-- event: onGet
-- outcome: completed|error
-- value: 200
function onGet()
  local t = {}
  for i = 1, 200 do t[i] = i end
  table.sort(t, function() return true end)
  return #t
end
