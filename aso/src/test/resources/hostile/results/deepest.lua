-- family: results
-- attack: a result nested as deep as allowed
-- event: onGet
-- outcome: completed
-- value: {{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}
function onGet()
  local t = {}
  for _ = 1, 31 do t = { t } end
  return t
end
