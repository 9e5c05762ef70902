-- family: hash-flood
-- attack: keys of a thousand bytes that differ only in bytes which LuaJ's hash does not look at
-- event: onGet
-- outcome: completed
-- value: 250
function onGet()
  local t, tail, n = {}, ("y"):rep(1000), 0
  for i = 1, 250 do t[string.char(1 + i % 200, 1 + math.floor(i / 200), 1) .. tail] = i end
  for _ in pairs(t) do n = n + 1 end
  return n
end
