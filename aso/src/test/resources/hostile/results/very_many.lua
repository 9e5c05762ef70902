-- family: results
-- attack: as many results as a call may have
-- event: onGet
-- outcome: completed
-- value: 1
function onGet()
  local t = {}
  for i = 1, 3900 do t[i] = i end
  return table.unpack(t)
end
