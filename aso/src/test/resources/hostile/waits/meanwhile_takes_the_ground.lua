-- family: waits
-- attack: another event takes out of the state what a waiting event still holds and writes
-- event: onGet
-- meanwhile: onTimer
-- outcome: completed
-- value: 4 nil
aso.t = { n = 0 }
function aso:onGet()
  local t = self.t
  for _ = 1, 4 do
    t.n = t.n + 1
    comet.get()
  end
  return t.n .. " " .. tostring(self.t)
end
function aso:onTimer()
  self.t = nil
end
