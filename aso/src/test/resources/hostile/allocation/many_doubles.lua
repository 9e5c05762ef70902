-- family: allocation
-- attack: a list of doubles, each boxed
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local t = {}
  for i = 1, 1e9 do t[i] = i / 3 end
end
