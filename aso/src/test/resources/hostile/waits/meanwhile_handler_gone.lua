-- family: waits
-- attack: another event takes away the handler that waits
-- event: onGet
-- meanwhile: onTimer
-- outcome: completed|error
function aso:onGet()
  comet.get()
  return type(self.onGet)
end
function aso:onTimer()
  self.onGet = nil
end
