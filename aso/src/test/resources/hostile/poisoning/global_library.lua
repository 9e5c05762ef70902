-- family: poisoning
-- attack: a library replaced as a global: that is the event's own, and gone afterwards
-- event: onGet
-- times: 2
-- outcome: completed
-- value: HELLO
function onGet()
  local s = string.upper("hello")
  string = { upper = function() return "poisoned" end }
  return s
end
