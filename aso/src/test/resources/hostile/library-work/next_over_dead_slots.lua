-- family: library-work
-- attack: next over a table whose first thousands of slots are dead
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t = {}
  for i = 1, 2500 do t[-i] = true end
  for i = 1, 2499 do t[-i] = nil end
  while true do next(t) end
end
