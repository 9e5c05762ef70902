-- family: allocation
-- attack: a list filled from its end to its start
-- event: onGet
-- outcome: limit
-- limit: allocation|fuel
function onGet()
  local t = {}
  for i = 1e6, 1, -1 do t[i] = true end
end
