-- A value that writes down who reads it, in a ring of the last reads; only its writer sees the log.
aso.size = 100
aso.count = 0
aso.log = {}

local function note(what, caller)
  local from = caller.ip .. ":" .. caller.port
  aso.log[aso.count % aso.size + 1] = {at = comet.systemTime(), what = what, from = from}
  aso.count = aso.count + 1
end

function aso:onPut(caller)
  self.owner = caller.writer
  note("put", caller)
end

function aso:onGet(caller, request)
  if request ~= "log" or caller.writer ~= self.owner then
    note("get", caller)
    return self.value
  end
  local entries = {}
  for n = math.max(0, self.count - self.size), self.count - 1 do
    entries[#entries + 1] = self.log[n % self.size + 1]
  end
  return entries
end
