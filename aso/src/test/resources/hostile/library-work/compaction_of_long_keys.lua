-- family: library-work
-- attack: a table of six long keys, compacted again and again by two short ones that come and go
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation|live
local keys = {}
for i, c in ipairs({ "a", "b", "c", "d", "e", "f" }) do keys[i] = c:rep(65000) end
function onGet()
  local t = {}
  for i = 1, 6 do t[keys[i]] = i end
  while true do
    t.a = 1
    t.b = 1
    t.a = nil
    t.b = nil
  end
end
