-- family: effects
-- attack: as many effects as an event may have
-- event: onGet
-- outcome: completed
-- value: 64
function onGet()
  local n = 0
  for i = 1, 64 do
    if comet.publish(i) ~= false then n = n + 1 end
  end
  return n
end
