-- family: waits
-- attack: a function in the state when the event wants to wait
-- event: onGet
-- outcome: error
-- error: callback
function aso:onGet()
  self.callback = function() end
  comet.get()
  self.callback = nil
  return "went on"
end
