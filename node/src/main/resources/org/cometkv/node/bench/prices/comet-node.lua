-- The node, its address, its time and its subscribers.
-- covers: comet.nodeID comet.getNodeID comet.nodeIP comet.getNodeIP comet.subscribers
function aso:onGet()
  while true do
    comet.nodeID()
    comet.getNodeID()
    comet.nodeIP()
    comet.getNodeIP()
    comet.systemTime()
    comet.getSystemTime()
    comet.subscribers()
  end
end
