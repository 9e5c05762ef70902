-- family: effects
-- attack: functions of comet called as methods, with comet itself as the first argument
-- event: onGet
-- outcome: completed|error|limit
-- limit: effects
function onGet()
  pcall(function() return comet:systemTime() end)
  pcall(function() return comet:publish("x") end)
  pcall(function() return comet:put(comet, comet) end)
  return true
end
