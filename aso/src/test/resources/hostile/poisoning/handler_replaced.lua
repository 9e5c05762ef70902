-- family: poisoning
-- attack: a handler replaced as a global by an event: gone with the event
-- event: onGet
-- times: 3
-- outcome: completed
-- value: original
function onGet()
  onGet = function() return "replaced" end
  return "original"
end
