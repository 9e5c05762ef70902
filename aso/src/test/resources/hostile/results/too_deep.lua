-- family: results
-- attack: a result nested 40 levels deep
-- event: onGet
-- outcome: error
-- error: cannot be sent
function onGet()
  local t = {}
  for _ = 1, 39 do t = { t } end
  return t
end
