-- family: waits
-- attack: a table put to a second place in the event after one that waited: it costs what it does in a fresh copy
-- event: onGet
-- times: 2
-- outcome: completed
-- value: 2
aso.t = {}
function aso:onGet()
  local number = (comet.systemTime() - 1700000000000) / 1000
  if number == 1 then
    for i = 1, 1000 do self.t[i] = {} end
  elseif number == 2 then
    self.waited = true
    comet.get()
  else
    self.again = self.t
  end
  return number
end
