-- family: hash-flood
-- attack: keys of 31, 32 and 33 bytes, where one hash may give way to another
-- event: onGet
-- outcome: completed
-- value: 90
function onGet()
  local t, n = {}, 0
  for i = 1, 30 do
    local s = string.format("%03d", i)
    t[s .. ("x"):rep(28)], t[s .. ("x"):rep(29)], t[s .. ("x"):rep(30)] = i, i, i
  end
  for i = 1, 30 do
    local s = ("%03d"):format(i)
    for length = 28, 30 do n = n + (t[s .. ("x"):rep(length)] == i and 1 or 0) end
  end
  return n
end
