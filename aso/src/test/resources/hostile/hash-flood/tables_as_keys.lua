-- family: hash-flood
-- attack: tables as keys, found again by identity
-- event: onGet
-- outcome: completed
-- value: 700
function onGet()
  local t, keys, n = {}, {}, 0
  for i = 1, 700 do
    keys[i] = {}
    t[keys[i]] = i
  end
  for i = 1, 700 do n = n + (t[keys[i]] == i and 1 or 0) end
  return n
end
