-- family: results
-- attack: a result nested 3,000 levels deep: a recursive copy would overflow the Java stack
-- event: onGet
-- outcome: error
-- error: cannot be sent
function onGet()
  local t = {}
  for _ = 1, 3000 do t = { t } end
  return t
end
