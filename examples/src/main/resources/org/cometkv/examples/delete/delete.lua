-- A value that is surely gone once its writer said so: copies tell each other, and one that hears of too few erases itself.
aso.replicas, aso.timer = 3, 60
aso.lease, aso.grace = 3600, 86400
aso.erased = {}

-- Erases the value for who has the word that aso.lock is the hash of, and keeps the word for the other copies.
local function erase(word)
  if type(word) ~= "string" or comet.sha256(word) ~= aso.lock then return false end
  aso.value, aso.word, aso.since = nil, word, aso.since or comet.systemTime()
  aso.erased[comet.nodeID()] = true
  return true
end

local function endLease()
  if comet.systemTime() - aso.heard >= aso.lease * 1000 then aso.value = nil end
end

function aso:onPut()
  self.heard = comet.systemTime()
end

function aso:onUpdate(caller, value)
  if not erase(value) then return false, "this is changed by nobody, and erased by the word of its writer" end
end

function aso:onRemove()
  return false, "this is erased by an update with the word of its writer"
end

function aso:onGet(caller, request)
  if caller.key then
    erase(request)
    return self.word or true
  end
  if request == "receipt" then return self.word and self.erased end
  endLease()
  return self.value
end

function aso:onTimer()
  local answers = comet.get(comet.key(), comet.lookup(), self.word) or {}
  for _, answer in ipairs(answers) do
    if erase(answer.value) then self.erased[answer.node.id] = true end
  end
  if #answers + 1 > self.replicas / 2 then self.heard = comet.systemTime() end
  endLease()
  if self.since and comet.systemTime() - self.since >= self.grace * 1000 then comet.deleteSelf() end
end
