-- family: effects
-- attack: more named timers than an object may have
-- event: onGet
-- outcome: completed|error|limit
-- limit: effects
function onGet()
  for i = 1, 40 do pcall(comet.after, "timer" .. i, 10) end
end
