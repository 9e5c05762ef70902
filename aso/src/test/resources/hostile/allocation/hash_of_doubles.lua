-- family: allocation
-- attack: a table with very many double keys
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local t = {}
  for i = 1, 1e9 do t[i + 0.5] = true end
end
