-- family: hash-flood
-- attack: integer keys that are multiples of 65,536
-- event: onGet
-- outcome: completed
-- value: 2000
function onGet()
  local t, n = {}, 0
  for i = 1, 2000 do t[i * 65536] = i end
  for i = 1, 2000 do n = n + (t[i * 65536] == i and 1 or 0) end
  return n
end
