-- family: waits
-- attack: events that wait while others wait
-- event: onGet
-- meanwhile: onTimer
-- outcome: completed|error|limit
-- limit: fuel|allocation|effects
aso.n = 0
function aso:onGet()
  for _ = 1, 3 do
    self.n = self.n + 1
    comet.get()
  end
  return self.n
end
function aso:onTimer()
  self.n = self.n + 10
  comet.get()
  self.n = self.n + 10
  error("x")
end
