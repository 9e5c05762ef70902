-- family: waits
-- attack: a state so near to its limit of bytes that it must be written to know its size, at each of very many waits
-- event: onGet
-- times: 4
-- outcome: limit
-- limit: fuel|allocation
aso.list = {}
function aso:onGet()
  if comet.systemTime() < 1700000004000 then
    for _ = 1, 1500 do self.list[#self.list + 1] = { 1 } end
    self.filler = ("y"):rep(70000)
    return
  end
  while true do
    self.list[1] = {}
    comet.get()
  end
end
