-- family: waits
-- attack: another event fails while one waits: its undo leaves what both committed
-- event: onGet
-- meanwhile: onTimer
-- times: 2
-- outcome: completed
-- value: 8 1,2,3,4
aso.n, aso.list = 0, {}
function aso:onGet()
  for i = 1, 4 do
    self.n = self.n + 1
    self.list[i] = i
    comet.get()
  end
  return self.n .. " " .. table.concat(self.list, ",")
end
function aso:onTimer()
  self.n = self.n + 100
  self.list = { "gone" }
  table.sort(self.list)
  while true do self.n = self.n + 1 end
end
