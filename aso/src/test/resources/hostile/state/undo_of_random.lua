-- family: state
-- attack: a failed event must not be a way to try random numbers until a good one comes
-- event: onGet
-- times: 20
-- outcome: completed
-- value: true
function aso:onGet()
  local r = math.random(1000000)
  local seen = self.seen
  if comet.systemTime() < 1700000020000 then
    self.seen = r
    error(r)
  end
  return seen == nil
end
