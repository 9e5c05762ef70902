-- A secret that places its copies itself: on neighbors that only it can foretell, and anew only where too few are left.
aso.replication, aso.replicas = "self", 1
aso.copies, aso.least, aso.salt = 7, 5, ""

-- The neighbors that hold nothing, in the order of the choice: the same for all copies that see the same neighbors.
local function free(holders)
  local nodes = {}
  for _, node in ipairs(comet.lookup() or {}) do
    if not holders[node.id] then
      nodes[#nodes + 1] = {node = node, rank = comet.sha256(aso.salt .. node.id)}
    end
  end
  table.sort(nodes, function(a, b) return a.rank < b.rank end)
  return nodes
end

local function spread(holders, count)
  local nodes, chosen = free(holders), {}
  for i = 1, math.min(aso.copies - count, #nodes) do
    chosen[i] = nodes[i].node
  end
  comet.put(aso, chosen)
end

function aso:onPut(caller)
  if not caller.key then spread({}, 1) end
end

function aso:onTimer()
  local answers = comet.get(comet.key(), comet.lookup())
  if not answers then return end
  local holders = {}
  for _, answer in ipairs(answers) do holders[answer.node.id] = true end
  if #answers + 1 < self.least then spread(holders, #answers + 1) end
end

function aso:onGet(caller)
  if caller.key then return true end
  return self.value
end
