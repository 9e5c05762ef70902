-- family: effects
-- attack: effects of an event that fails do not happen
-- event: onGet
-- outcome: error
-- error: undo
function onGet()
  comet.publish("never sent")
  comet.put(comet.key(), "never put")
  comet.deleteSelf()
  error("undo")
end
