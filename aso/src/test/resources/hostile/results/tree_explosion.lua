-- family: results
-- attack: forty tables that are a tree of 2^40 when copied
-- event: onGet
-- outcome: error|limit
-- limit: answer
function onGet()
  local t = { 1 }
  for _ = 1, 40 do t = { t, t } end
  return t
end
