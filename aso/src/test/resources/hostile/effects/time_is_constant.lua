-- family: effects
-- attack: the time stands still within an event, so that nothing can be timed
-- event: onGet
-- outcome: completed
-- value: 0
function onGet()
  local start, other = comet.systemTime(), 0
  for _ = 1, 3000 do
    if comet.systemTime() ~= start then other = other + 1 end
  end
  return other
end
