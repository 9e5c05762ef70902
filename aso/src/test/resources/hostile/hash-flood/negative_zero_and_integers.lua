-- family: hash-flood
-- attack: -0, 0, integers as doubles and doubles as integers are the same keys
-- event: onGet
-- outcome: completed
-- value: 3
function onGet()
  local t, n = {}, 0
  t[0] = 1
  t[-0.0] = 2
  t[3] = 3
  t[6 / 2] = 4
  t[2^53] = 5
  t[tonumber("9007199254740992")] = 6
  assert(t[0] == 2 and t[3] == 4 and t[2^53] == 6)
  for _ in pairs(t) do n = n + 1 end
  return n
end
