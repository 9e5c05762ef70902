-- family: results
-- attack: a result that is a key of itself
-- event: onGet
-- outcome: error
-- error: cannot be sent
function onGet()
  local t = {}
  t[t] = true
  return t
end
