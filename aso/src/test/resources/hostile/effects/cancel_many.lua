-- family: effects
-- attack: timers that do not exist cancelled again and again
-- event: onGet
-- outcome: completed|limit
-- limit: effects|fuel|allocation
function onGet()
  while true do comet.cancel("nothing") end
end
