aso.reads = 0

function aso:onGet(caller, request)
  self.reads = self.reads + 1
  if request == "fail" then
    error("no such luck")
  end
  return self.reads
end
