aso.value = 1
aso.getCount = 0
aso.updates = 0
aso.ips = {}

function onPut(caller)
  self.updates = 0
end

function onGet(caller)
  self.getCount = self.getCount + 1
  return self.value
end

function onUpdate(caller, value)
  self.updates = self.updates + 1
  self.value = value
end

function onTimer()
  self.ips = {}
end
