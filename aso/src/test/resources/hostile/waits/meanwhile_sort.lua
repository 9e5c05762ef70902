-- family: waits
-- attack: a sort whose comparator waits, while another event empties, grows and sorts the same list
-- event: onGet
-- meanwhile: onTimer
-- outcome: completed|error|limit
-- limit: fuel|allocation
aso.list = { 5, 4, 3, 2, 1 }
aso.n = 0
function aso:onGet()
  table.sort(self.list, function(a, b)
    comet.get()
    return (a or 0) < (b or 0)
  end)
  return #self.list
end
function aso:onTimer()
  self.n = self.n + 1
  if self.n % 3 == 0 then
    for i = #self.list, 1, -1 do self.list[i] = nil end
  elseif self.n % 3 == 1 then
    for i = 1, 9 do self.list[i] = i end
  else
    table.sort(self.list, function(a, b) return a > b end)
    self.list = { 3, 2, 1 }
  end
end
