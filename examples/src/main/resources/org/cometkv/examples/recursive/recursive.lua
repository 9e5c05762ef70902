-- A value, or a step towards one: without a value of its own it gives what the object under its child key gives.
function aso:onGet()
  if self.value ~= nil then return {value = self.value} end
  local child = comet.key(1)
  local nodes, why = comet.lookup(child)
  local answers
  if nodes then answers, why = comet.get(child, nodes[1]) end
  local first = answers and answers[1]
  return first and first.value or {refused = why or "there is no object under the child key"}
end
