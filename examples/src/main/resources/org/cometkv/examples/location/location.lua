-- A value that is kept at the places that its writer allows, and knows where it is and how it came there.
aso.replication, aso.replicas = "self", 1
aso.copies, aso.places, aso.trail = 3, {""}, {}

-- A place is the beginning of an address, or the id of a node.
local function isInside(ip, id)
  for _, place in ipairs(aso.places) do
    if id == place or string.sub(ip, 1, #place) == place then return true end
  end
  return false
end

local function spread(holders, count)
  local chosen = {}
  for _, node in ipairs(comet.lookup() or {}) do
    if count + #chosen < aso.copies and not holders[node.id] and isInside(node.ip, node.id) then
      chosen[#chosen + 1] = node
    end
  end
  comet.put(aso, chosen)
end

function aso:onPut(caller)
  if not isInside(comet.nodeIP(), comet.nodeID()) then return false, "this node is at none of its places" end
  self.trail[#self.trail + 1] = {ip = comet.nodeIP(), node = comet.nodeID(), at = comet.systemTime()}
  if #self.trail > 20 then table.remove(self.trail, 1) end
  if not caller.key then spread({}, 1) end
end

function aso:onTimer()
  local answers = comet.get(comet.key(), comet.lookup())
  if not answers then return end
  local holders = {}
  for _, answer in ipairs(answers) do holders[answer.node.id] = true end
  spread(holders, #answers + 1)
end

function aso:onGet(caller, request)
  if caller.key then return true end
  if request == "where" then return self.trail end
  return self.value
end
