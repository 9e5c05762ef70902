-- family: allocation
-- attack: a table in a table in a table
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local t = {}
  while true do t = { t } end
end
