-- family: poisoning
-- attack: _ENV of a handler replaced for good by an event
-- event: onGet
-- times: 2
-- outcome: completed
-- value: 42
answer = 42
function onGet()
  local a = answer
  _ENV = { answer = "poisoned" }
  return a
end
