-- family: waits
-- attack: a look-up of another key, which needs the network
-- event: onGet
-- outcome: completed
-- value: true
function onGet()
  local nodes = comet.lookup(comet.key(1))
  return nodes ~= nil and #nodes >= 0
end
