-- family: library-work
-- attack: fields of a handle read for ever: each is a new string
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet(caller)
  while true do local _ = caller.id, caller.node, caller.ip end
end
