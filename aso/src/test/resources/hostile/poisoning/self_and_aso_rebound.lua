-- family: poisoning
-- attack: the names aso and self rebound by an event
-- event: onGet
-- times: 3
-- outcome: completed
-- value: 3
aso.count = 0
function onGet()
  aso.count = aso.count + 1
  local n = aso.count
  aso, self, comet = {}, {}, {}
  return n
end
