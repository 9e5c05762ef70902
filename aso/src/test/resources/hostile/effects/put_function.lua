-- family: effects
-- attack: a function put as a value
-- event: onGet
-- outcome: completed|error
-- value: false
function onGet()
  local ok, r = pcall(comet.put, comet.key(), function() end)
  return ok and r or false
end
