-- family: poisoning
-- attack: a closure made by an event and kept in a chunk variable is gone with it
-- event: onGet
-- times: 3
-- outcome: completed
-- value: nil
local kept
function onGet()
  local before = tostring(kept and kept())
  local n = 0
  kept = function()
    n = n + 1
    return n
  end
  kept()
  return before
end
