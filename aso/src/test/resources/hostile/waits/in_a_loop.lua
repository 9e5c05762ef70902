-- family: waits
-- attack: an event that waits again and again
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation|effects
function onGet()
  while true do comet.get() end
end
