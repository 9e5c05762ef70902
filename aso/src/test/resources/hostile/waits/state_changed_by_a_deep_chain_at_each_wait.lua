-- family: waits
-- attack: a deep chain attached and dropped around each of very many waits
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation|effects|live
function aso:onGet()
  local chain = {}
  for _ = 1, 1500 do chain = { chain } end
  while true do
    self.chain = chain
    comet.get()
    self.chain = nil
    comet.get()
  end
end
