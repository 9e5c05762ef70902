-- family: effects
-- attack: as many messages as go, each of thousands of empty tables
-- event: onGet
-- outcome: limit|completed
-- limit: fuel|allocation|effects|answer
function onGet()
  local t, e = {}, {}
  for i = 1, 8000 do t[i] = e end
  for _ = 1, 64 do comet.publish(t) end
end
