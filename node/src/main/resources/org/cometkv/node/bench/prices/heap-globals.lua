-- Globals that the event writes.
-- covers: OP_SETTABUP OP_SETTABLE
-- heap: yes
function aso:onGet()
  for i = 1, 2000 do _G["n" .. i] = i / 3 end
  for i = 1, 6000 do end
end
