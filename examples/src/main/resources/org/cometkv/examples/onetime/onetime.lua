-- A value that is given once. The replica that gives it has told the others before the reader has its answer.
aso.grace = 10
aso.timer = 10

function aso:onGet(caller)
  local value = self.value
  self.value, self.read = nil, self.read or comet.systemTime()
  if value == nil or caller.key then return nil end
  comet.get()
  return value
end

function aso:onTimer()
  if not self.read then return end
  comet.get()
  if comet.systemTime() >= self.read + self.grace * 1000 then comet.deleteSelf() end
end
