-- family: effects
-- attack: the object put to 4,000 nodes
-- event: onGet
-- outcome: completed|error|limit
-- limit: fuel|allocation
function aso:onGet()
  local nodes, node = {}, comet.lookup()[1]
  for i = 1, 4000 do nodes[i] = node end
  comet.put(self, nodes)
  return true
end
