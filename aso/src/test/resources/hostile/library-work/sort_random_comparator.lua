-- family: library-work
-- attack: comparator that answers at random: must end and neither lose nor invent an element
-- event: onGet
-- outcome: completed|error
-- value: 20100
function onGet()
  local t = {}
  for i = 1, 200 do t[i] = i end
  table.sort(t, function() return math.random() < 0.5 end)
  local sum = 0
  for i = 1, 200 do sum = sum + t[i] end
  return sum
end
