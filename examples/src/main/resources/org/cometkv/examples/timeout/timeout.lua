-- A value that lives as long as its writer says. After the deadline nobody gets it, timer or not.
aso.lifetime = 8 * 3600

local function isOver()
  local over = comet.systemTime() >= aso.deadline
  if over then comet.deleteSelf() end
  return over
end

function aso:onPut()
  self.deadline = self.deadline or comet.systemTime() + self.lifetime * 1000
end

function aso:onGet()
  if not isOver() then return self.value end
end

function aso:onTimer()
  isOver()
end
