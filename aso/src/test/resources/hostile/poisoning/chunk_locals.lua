-- family: poisoning
-- attack: chunk locals are put back after each event
-- event: onGet
-- times: 5
-- outcome: completed
-- value: 1
local n = 0
function onGet()
  n = n + 1
  return n
end
