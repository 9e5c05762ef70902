-- family: results
-- attack: a result that contains itself
-- event: onGet
-- outcome: error
-- error: cannot be sent
function onGet()
  local t = {}
  t.me = t
  return t
end
