-- family: allocation
-- attack: a table constructor of very many results in an endless loop
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  local t = {}
  for i = 1, 3900 do t[i] = i end
  while true do t = { table.unpack(t, 1, 3900) } end
end
