-- family: effects
-- attack: effects without end
-- event: onGet
-- outcome: limit
-- limit: effects|fuel|allocation
function onGet()
  while true do comet.put(comet.key(), "x") end
end
