-- family: results
-- attack: a result nested one level deeper than allowed
-- event: onGet
-- outcome: error
-- error: cannot be sent
function onGet()
  local t = { 1 }
  for _ = 1, 32 do t = { t } end
  return t
end
