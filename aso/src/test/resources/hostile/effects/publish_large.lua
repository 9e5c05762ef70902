-- family: effects
-- attack: messages of 60 KB, as many as go
-- event: onGet
-- outcome: limit|completed
-- limit: allocation|answer|effects|fuel
function onGet()
  local s = ("x"):rep(60000)
  for _ = 1, 64 do comet.publish(s) end
end
