-- family: effects
-- attack: comet.subscribers called in a loop
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  while true do comet.subscribers() end
end
