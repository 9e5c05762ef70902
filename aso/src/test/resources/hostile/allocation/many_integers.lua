-- family: allocation
-- attack: a list of integers, each boxed
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local t = {}
  for i = 1, 1e9 do t[i] = i + 1000 end
end
