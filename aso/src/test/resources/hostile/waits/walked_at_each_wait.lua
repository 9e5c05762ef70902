-- family: waits
-- attack: a state whose size must be looked at exactly, changed a little at each of very many waits
-- event: onGet
-- times: 4
-- outcome: limit
-- limit: fuel|allocation|effects
aso.list = {}
function aso:onGet()
  if comet.systemTime() < 1700000004000 then
    for _ = 1, 1900 do self.list[#self.list + 1] = {} end
    return
  end
  while true do
    self.list[1] = {}
    comet.get()
  end
end
