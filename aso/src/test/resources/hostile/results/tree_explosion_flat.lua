-- family: results
-- attack: twenty shared tables, within the allowed depth, that are a tree of 2^28 when copied
-- event: onGet
-- outcome: limit
-- limit: answer
function onGet()
  local t = { 1 }
  for _ = 1, 28 do t = { t, t } end
  return t
end
