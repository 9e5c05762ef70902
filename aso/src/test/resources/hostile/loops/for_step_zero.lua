-- family: loops
-- attack: numeric for with step zero counting down: endless in Lua 5.2
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  for _ = 10, 1, 0 do end
end
