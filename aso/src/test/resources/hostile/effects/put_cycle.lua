-- family: effects
-- attack: a value that contains itself put under the own key
-- event: onGet
-- outcome: completed|error
-- value: false
function onGet()
  local t = {}
  t.t = t
  local ok, r = pcall(comet.put, comet.key(), t)
  return ok and r or false
end
