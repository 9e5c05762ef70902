-- family: waits
-- attack: a large state that changes a little before each of very many waits
-- event: onGet
-- times: 4
-- outcome: limit
-- limit: fuel|allocation|effects
aso.list = {}
function aso:onGet()
  if comet.systemTime() < 1700000004000 then
    for _ = 1, 1300 do self.list[#self.list + 1] = {} end
    return
  end
  while true do
    self.list[1] = {}
    comet.get()
  end
end
