-- family: library-work
-- attack: traversals of a table of long keys: each step looks for the key before it
-- event: onGet
-- outcome: limit
-- limit: fuel|live
local t, long = {}, ("x"):rep(40000)
for i = 1, 8 do t[long .. i] = i end
function onGet()
  while true do
    for _ in pairs(t) do end
  end
end
