aso.value = "object NUMBER"
aso.countNUMBER = 0
aso.limit = NUMBER
aso.seen = {}
aso.updates = 0

local function nextNUMBER(n)
  return n * 31 + NUMBER
end

function aso:onGet(caller, request)
  self.countNUMBER = nextNUMBER(self.countNUMBER) % 1000
  return {self.value, self.countNUMBER}
end

function aso:onUpdate(caller, value)
  if #value > self.limit then return false, "over NUMBER" end
  self.value = value
  self.seen[caller.id] = NUMBER
end

function aso:onRemove(caller)
  return caller.writer == "writerNUMBER"
end
function aso:onTimer() self.seen = {} end
