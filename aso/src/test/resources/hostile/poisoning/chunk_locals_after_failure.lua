-- family: poisoning
-- attack: chunk locals and globals are put back after an event that failed, too
-- event: onGet
-- times: 4
-- outcome: completed
-- value: 0 nil
local n = 0
function onGet()
  local number = (comet.systemTime() - 1700000000000) / 1000
  local seen = n .. " " .. tostring(g)
  n, g = n + 1, "left behind"
  if number % 2 == 1 then error("x") end
  if number == 2 then while true do n = n + 1 end end
  return seen
end
