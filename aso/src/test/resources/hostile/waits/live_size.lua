-- family: waits
-- attack: a state over its limit when the event wants to wait
-- event: onGet
-- outcome: limit
-- limit: live
function aso:onGet()
  self.value = ("x"):rep(110000)
  comet.get()
  self.value = nil
  return "went on"
end
