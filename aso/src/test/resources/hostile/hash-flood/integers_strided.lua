-- family: hash-flood
-- attack: integer keys that are multiples of a power of two: all in one bucket of a weak index
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t = {}
  for i = 1, 2000 do t[i * 2^20] = i end
  local last = 2000 * 2^20
  while t[last] do end
end
