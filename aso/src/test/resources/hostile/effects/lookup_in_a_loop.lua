-- family: effects
-- attack: look-ups that need no network, in a loop
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  while true do comet.lookup() end
end
