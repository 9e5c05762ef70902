-- family: waits
-- attack: a traversal that removes each key and waits: it goes on from the key that is gone
-- event: onGet
-- outcome: completed
-- value: 4
aso.t = { a = 1, b = 2, c = 3, d = 4 }
function aso:onGet()
  local n = 0
  for k in pairs(self.t) do
    self.t[k] = nil
    comet.get()
    n = n + 1
  end
  return n
end
