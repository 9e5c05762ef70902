-- family: results
-- attack: shared empty tables: 2^30 of them take no memory here and much there
-- event: onGet
-- outcome: limit
-- limit: answer
function onGet()
  local t = {}
  for _ = 1, 30 do t = { t, t } end
  return t
end
