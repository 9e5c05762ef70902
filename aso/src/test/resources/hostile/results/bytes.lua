-- family: results
-- attack: a string of all bytes comes out as it is
-- event: onGet
-- outcome: completed
-- value: 256 32640
function onGet()
  local t = {}
  for i = 0, 255 do t[#t + 1] = string.char(i) end
  local s, sum = table.concat(t), 0
  for i = 1, #s do sum = sum + s:byte(i) end
  return #s .. " " .. sum
end
