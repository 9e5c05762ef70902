-- family: poisoning
-- attack: _VERSION rebound is gone in the next event
-- event: onGet
-- times: 2
-- outcome: completed
-- value: Lua 5.2
function onGet()
  local v = _VERSION
  _VERSION = "poisoned"
  return v
end
