-- Timers and answers.
-- covers: comet.after comet.put
-- heap: yes
function aso:onGet(caller)
  for i = 1, 15 do comet.after(("x"):rep(60) .. i, i) end
  local inbox = caller.inbox
  for i = 1, 700 do comet.put(inbox, 0) end
  for i = 1, 6000 do end
end
