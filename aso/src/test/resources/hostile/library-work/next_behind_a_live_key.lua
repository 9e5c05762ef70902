-- family: library-work
-- attack: next from one live key over a run of dead slots that is never compacted
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t = { first = 1 }
  for i = 1, 2000 do t[-i] = true end
  t.last = 1
  for i = 1, 2000 do t[-i] = nil end
  while true do next(t, "first") end
end
