-- family: waits
-- attack: a traversal that removes keys and waits, while another event fills and empties the table
-- event: onGet
-- meanwhile: onTimer
-- outcome: completed|error|limit
-- limit: fuel|allocation
aso.t = { a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i = 9 }
aso.n = 0
function aso:onGet()
  local n = 0
  for k in pairs(self.t) do
    self.t[k] = nil
    comet.get()
    n = n + 1
  end
  return n
end
function aso:onTimer()
  self.n = self.n + 1
  for i = 1, 40 do self.t["x" .. self.n .. i] = i end
  for i = 1, 40 do self.t["x" .. self.n .. i] = nil end
end
