-- family: waits
-- attack: a timer handler that waits and never ends afterwards
-- event: onTimer
-- outcome: limit
-- limit: fuel
function aso:onTimer()
  self.answers = #(comet.get() or {})
  while true do end
end
