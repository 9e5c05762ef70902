-- family: allocation
-- attack: empty tables in a list
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local t = {}
  for i = 1, 1e9 do t[i] = {} end
end
