-- family: effects
-- attack: effects of an event that breaks a limit do not happen
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  comet.publish("never sent")
  comet.after("x", 10)
  while true do end
end
