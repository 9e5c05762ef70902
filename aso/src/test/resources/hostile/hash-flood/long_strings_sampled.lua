-- family: hash-flood
-- attack: keys of 64 bytes that differ only in bytes which LuaJ's hash does not look at
-- event: onGet
-- outcome: completed
-- value: 1200
function onGet()
  local t, tail, n = {}, ("x"):rep(61), 0
  for i = 0, 1199 do
    t[string.char(65 + i % 40, 65 + math.floor(i / 40), 65) .. tail] = i
  end
  for _ in pairs(t) do n = n + 1 end
  return n
end
