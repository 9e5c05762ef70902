-- family: waits
-- attack: a large table held by a waiting event while the state is measured without it, then put back
-- event: onGet
-- times: 2
-- outcome: limit
-- limit: live
function aso:onGet()
  if comet.systemTime() == 1700000001000 then
    self.big = { ("x"):rep(60000) }
    return
  end
  local big = self.big
  self.big = nil
  comet.get()
  self.filler = ("y"):rep(60000)
  comet.get()
  self.big = big
end
