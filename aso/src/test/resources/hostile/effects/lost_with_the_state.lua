-- family: effects
-- attack: effects of an event whose state is refused do not happen
-- event: onGet
-- outcome: error
-- error: callback
function aso:onGet()
  comet.publish("never sent")
  self.callback = function() end
end
