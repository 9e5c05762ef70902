-- family: state
-- attack: a list emptied after a wait at which it was detached: what goes from it must not make room for more
-- event: onGet
-- times: 4
-- outcome: limit
-- limit: live
aso.list = {}
function aso:onGet()
  local number = (comet.systemTime() - 1700000000000) / 1000
  if number == 1 then
    for i = 1, 2000 do self.list[i] = i + 0.5 end
  elseif number == 2 then
    local list = self.list
    self.list = nil
    comet.get()
    self.a = ("a"):rep(49000)
    for i = #list, 1, -1 do list[i] = nil end
  else
    self[number] = ("b"):rep(48500)
  end
  return #self
end
