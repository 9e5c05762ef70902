-- family: loops
-- attack: endless loop in a timer handler
-- event: onTimer
-- outcome: limit
-- limit: fuel
function aso:onTimer()
  while true do self.ticks = (self.ticks or 0) + 1 end
end
