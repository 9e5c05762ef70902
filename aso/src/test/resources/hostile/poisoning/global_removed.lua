-- family: poisoning
-- attack: globals of the chunk removed by an event come back
-- event: onGet
-- times: 3
-- outcome: completed
-- value: 7
seven = 7
function onGet()
  local s = seven
  seven = nil
  return s
end
