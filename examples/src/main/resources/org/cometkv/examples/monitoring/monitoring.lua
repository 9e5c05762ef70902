-- At every tick each replica asks all neighbors of its key who holds the object, and keeps the last answers.
aso.keep = 40
aso.series = {}

function aso:onTimer()
  local answers = comet.get(comet.key(), comet.lookup())
  if not answers then return end
  local holders = {comet.nodeID()}
  for _, answer in ipairs(answers) do
    holders[#holders + 1] = answer.node.id
  end
  table.sort(holders)
  self.series[#self.series + 1] = {at = comet.systemTime(), holders = holders}
  if #self.series > self.keep then table.remove(self.series, 1) end
end

function aso:onGet(caller)
  if caller.key then return true end
  return self.series
end
