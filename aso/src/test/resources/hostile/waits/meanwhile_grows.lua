-- family: waits
-- attack: a state that another event fills to its limit while one waits with more
-- event: onGet
-- meanwhile: onTimer
-- outcome: limit
-- limit: live|fuel|allocation
function aso:onGet()
  local big = { ("x"):rep(50000) }
  for _ = 1, 5 do comet.get() end
  self.big = big
end
function aso:onTimer()
  self.filler = ("y"):rep(80000)
end
