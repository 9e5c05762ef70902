-- family: allocation
-- attack: a table with very many string keys
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local t = {}
  for i = 1, 1e9 do t["key" .. i] = true end
end
