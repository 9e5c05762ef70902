-- family: library-work
-- attack: # on a table whose keys are powers of two
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t, n = {}, 0
  for i = 0, 52 do t[2 ^ i] = true end
  while true do n = n + #t end
end
