-- family: state
-- attack: a deep chain attached to and removed from the state again and again in one event
-- event: onGet
-- outcome: completed|limit
-- limit: fuel|allocation
-- value: true
function aso:onGet()
  local chain = {}
  for _ = 1, 2000 do chain = { chain } end
  for _ = 1, 3000 do
    self.chain = chain
    self.chain = nil
  end
  return true
end
