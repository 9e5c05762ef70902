-- family: state
-- attack: a state whose size must be looked at exactly: a trivial event on it must stay cheap
-- event: onGet
-- times: 6
-- outcome: completed|limit
-- limit: live
aso.list = {}
function aso:onGet()
  if comet.systemTime() < 1700000004000 then
    for _ = 1, 1900 do self.list[#self.list + 1] = {} end
  else
    self.list[1] = {}
  end
end
