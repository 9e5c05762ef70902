-- Answers to the inbox of the party that asks.
-- covers: comet.put
function aso:onGet(caller)
  while true do comet.put(caller.inbox, 1) end
end
