-- family: pcall
-- attack: the number of effects inside pcall
-- event: onGet
-- outcome: limit
-- limit: effects
function onGet()
  for _ = 1, 100 do pcall(comet.publish, "x") end
  return "went on"
end
