-- family: waits
-- attack: a table put back in the event after one that waited and failed
-- event: onGet
-- times: 1
-- outcome: error
-- error: after the wait
aso.t, aso.place = {}, {}
for i = 1, 500 do aso.t[i] = {} end
function aso:onGet()
  local number = (comet.systemTime() - 1700000000000) / 1000
  if number == 1 then
    self.place = {}
    comet.get()
    self.place = { self.t }
    error("after the wait")
  end
  self.place = { self.t, self.t[1] }
  return number
end
