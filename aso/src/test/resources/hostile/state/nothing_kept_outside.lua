-- family: state
-- attack: tables kept alive in chunk locals, globals and upvalues between events
-- event: onGet
-- times: 10
-- outcome: completed
-- value: 0
local kept = nil
function onGet()
  local n = 0
  if kept then n = n + #kept end
  if kept_global then n = n + #kept_global end
  kept = { ("x"):rep(1000) }
  kept_global = { ("x"):rep(1000) }
  return n
end
