-- family: hash-flood
-- attack: doubles that are multiples of 2^32, whose low bits are all zero
-- event: onGet
-- outcome: completed
-- value: 2000
function onGet()
  local t, n = {}, 0
  for i = 1, 2000 do t[i * 2^32] = i end
  for i = 1, 2000 do n = n + (t[i * 2^32] == i and 1 or 0) end
  return n
end
