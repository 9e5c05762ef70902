-- family: effects
-- attack: ten thousand lines for the object's log
-- event: onGet
-- outcome: completed|limit
-- limit: fuel|allocation
-- value: true
function onGet()
  for i = 1, 300 do comet.log("line", i, {}, comet, nil, ("x"):rep(300)) end
  return true
end
