-- family: hash-flood
-- attack: thirty keys of one equal hash are still an ordinary table
-- event: onGet
-- outcome: completed
-- value: 30
local halves = { { "0XE", "QYE" }, { "0w3", "Qx3" }, { "3m0", "rs0" }, { "805", "v25" }, { "405", "v25" } }
local tail = "0IAv010UqQ50Y3Q"
function onGet()
  local t, n = {}, 0
  for i = 0, 29 do
    local s = ""
    for b = 5, 1, -1 do s = halves[b][1 + math.floor(i / 2 ^ (b - 1)) % 2] .. s end
    t[s .. tail] = i
  end
  for _ in pairs(t) do n = n + 1 end
  return n
end
