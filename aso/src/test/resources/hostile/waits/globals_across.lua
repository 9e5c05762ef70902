-- family: waits
-- attack: globals of a waiting event are its own and still there afterwards
-- event: onGet
-- times: 2
-- outcome: completed
-- value: nil mine
function onGet()
  local before = tostring(g)
  g = "mine"
  comet.get()
  return before .. " " .. g
end
