-- family: effects
-- attack: a list of nodes that contains itself, and one with holes
-- event: onGet
-- outcome: completed|error
-- value: true
function aso:onGet()
  local nodes = {}
  nodes[1] = nodes
  pcall(comet.put, self, nodes)
  pcall(comet.put, comet.key(), "x", nodes)
  pcall(comet.put, self, { nil, comet.lookup()[1], nil, nil })
  pcall(comet.put, self, comet)
  return true
end
