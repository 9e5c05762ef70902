-- family: library-work
-- attack: handles compared, used as keys and found again for ever
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local a, b = comet.lookup(), comet.lookup()
  local t = { [a[1]] = 1, [a[2]] = 2, [a[3]] = 3 }
  while a[1] == b[1] and t[b[3]] == 3 and a[1] ~= a[2] do end
end
