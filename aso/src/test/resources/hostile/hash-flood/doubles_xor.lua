-- family: hash-flood
-- attack: double keys whose two halves are equal but for a constant, so that the exclusive or of the halves is the same
-- event: onGet
-- outcome: completed|limit
-- limit: fuel
-- value: 1500
function onGet()
  local t, n = {}, 0
  for a = 1, 1500 do t[2^60 * (1 + (a * 2^32 + a) / 2^52)] = a end
  for _ in pairs(t) do n = n + 1 end
  return n
end
