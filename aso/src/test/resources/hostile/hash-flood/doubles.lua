-- family: hash-flood
-- attack: double keys whose two halves sum to one equal hash in LuaJ
-- event: onGet
-- outcome: limit|completed
-- limit: fuel
-- value: 1000
function onGet()
  local t, n = {}, 0
  for k = 0, 999 do t[2^60 * (1 + ((524288 - k) * 2^32 + k) / 2^52)] = k end
  for _ in pairs(t) do n = n + 1 end
  return n
end
