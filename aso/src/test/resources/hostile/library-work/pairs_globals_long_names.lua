-- family: library-work
-- attack: traversals of globals with long names, which are looked for in two tables
-- event: onGet
-- outcome: limit
-- limit: fuel|live
local long = ("x"):rep(40000)
for i = 1, 8 do _G[long .. i] = i end
function onGet()
  while true do
    for _ in pairs(_G) do end
  end
end
