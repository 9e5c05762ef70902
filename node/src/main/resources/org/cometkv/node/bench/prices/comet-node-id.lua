-- The node's name alone.
-- covers: comet.nodeID comet.getNodeID
function aso:onGet()
  while true do
    comet.nodeID()
    comet.getNodeID()
  end
end
