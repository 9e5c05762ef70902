function aso:onTimer()
  local neighbors = comet.lookup()
  self.neighbors[comet.systemTime()] = neighbors
end

-- Not in the talk: lets the demo look at what the timer wrote.
function aso:onGet()
  local seen = {}
  for _, nodes in pairs(self.neighbors) do
    local ports = {}
    for i, node in ipairs(nodes) do
      ports[i] = node.port
    end
    seen[#seen + 1] = ports
  end
  return seen
end
