-- Copies of the object for 20 nodes.
-- covers: comet.put
function aso:onGet()
  local nodes = comet.lookup()
  while true do comet.put(self, nodes) end
end
