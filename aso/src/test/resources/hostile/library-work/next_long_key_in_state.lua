-- family: library-work
-- attack: next from a long key of the state
-- event: onGet
-- outcome: limit
-- limit: fuel
aso.t = { [("x"):rep(90000)] = 1 }
function aso:onGet()
  local key = next(self.t)
  while true do next(self.t, key) end
end
