-- family: hash-flood
-- attack: the index of a table of long keys grows while more keys come
-- event: onGet
-- outcome: limit
-- limit: fuel|live
local keys = {}
for i = 1, 16 do keys[i] = string.char(96 + i):rep(20000) end
function onGet()
  while true do
    local t = {}
    for i = 1, 16 do t[keys[i]] = i end
  end
end
