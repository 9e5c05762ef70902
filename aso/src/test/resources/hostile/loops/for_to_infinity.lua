-- family: loops
-- attack: numeric for up to math.huge
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  for _ = 1, math.huge do end
end
