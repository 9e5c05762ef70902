-- family: waits
-- attack: chunk locals of a waiting event are its own, still there afterwards, and put back at its end
-- event: onGet
-- times: 3
-- outcome: completed
-- value: 0 1
local n = 0
function onGet()
  local before = n
  n = n + 1
  comet.get()
  return before .. " " .. n
end
