-- Waits of an event that writes to a state near its bound.
-- covers: comet.get
-- phase: wait
aso.list = {}
for i = 1, 11000 do aso.list[i] = 1 end
function aso:onGet()
  while true do
    self.list[1] = 2
    self.list[#self.list + 1] = 1
    comet.get()
  end
end
