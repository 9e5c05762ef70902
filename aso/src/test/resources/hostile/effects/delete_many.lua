-- family: effects
-- attack: deleteSelf again and again
-- event: onGet
-- outcome: completed|limit
-- limit: effects
function onGet()
  for _ = 1, 100 do comet.deleteSelf() end
  return "x"
end
