-- family: allocation
-- attack: closures by the hundred thousand
-- event: onGet
-- outcome: limit
-- limit: allocation
function onGet()
  local t = {}
  for i = 1, 100000 do t[i] = function() return i end end
end
