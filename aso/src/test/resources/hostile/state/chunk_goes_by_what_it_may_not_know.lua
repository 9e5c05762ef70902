-- family: state
-- attack: a chunk that asks for time, node and subscribers inside pcall: it learns nothing
-- event: onGet
-- times: 2
-- outcome: completed
-- value: 0
aso.told = 0
for _, f in ipairs({ comet.systemTime, comet.getSystemTime, comet.nodeID, comet.getNodeID, comet.nodeIP,
  comet.getNodeIP, comet.subscribers }) do
  if pcall(f) then aso.told = aso.told + 1 end
end
function aso:onGet()
  return self.told
end
