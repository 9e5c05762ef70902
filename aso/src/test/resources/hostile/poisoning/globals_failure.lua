-- family: poisoning
-- attack: globals written by an event that runs out of fuel
-- event: onGet
-- times: 2
-- outcome: completed
-- value: nil nil
function onGet()
  local seen = tostring(left) .. " " .. tostring(_G[1])
  if comet.systemTime() == 1700000001000 then
    left = {}
    _G[1] = "x"
    while true do left.n = (left.n or 0) + 1 end
  end
  return seen
end
