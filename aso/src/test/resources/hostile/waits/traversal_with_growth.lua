-- family: waits
-- attack: a traversal during which keys are added, removed and compacted between waits: it ends, in whatever way
-- event: onGet
-- outcome: completed|error|limit
-- limit: fuel|allocation
aso.t = { a = 1, b = 2, c = 3, d = 4 }
function aso:onGet()
  local n = 0
  for k in pairs(self.t) do
    n = n + 1
    self.t[k] = nil
    for i = 1, 20 do self.t["x" .. n .. i] = i end
    for i = 1, 20 do self.t["x" .. n .. i] = nil end
    comet.get()
  end
  return n
end
