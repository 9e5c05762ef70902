-- family: effects
-- attack: one effect more than an event may have
-- event: onGet
-- outcome: limit
-- limit: effects
function onGet()
  for i = 1, 65 do comet.publish(i) end
end
