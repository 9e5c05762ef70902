-- family: waits
-- attack: a state that much was taken out of, whose waits must cost what those of a fresh copy do
-- event: onGet
-- times: 40
-- outcome: completed
-- value: 3
function aso:onGet()
  self.list, self.text = {}, ("x"):rep(2000) .. comet.systemTime()
  for i = 1, 200 do self.list[i] = { i } end
  if comet.systemTime() % 2000 == 0 then return 3 end
  comet.get()
  self.list[7] = { {}, {}, {} }
  comet.get()
  self.other = { self.list[7], self.other and #self.other }
  comet.get()
  return #self.list[7]
end
