-- family: waits
-- attack: effects before a wait are performed there; the bound is one for the whole event
-- event: onGet
-- outcome: limit
-- limit: effects
function onGet()
  for i = 1, 40 do comet.publish(i) end
  comet.get()
  for i = 1, 40 do comet.publish(i) end
end
