-- family: effects
-- attack: spawning without end
-- event: onGet
-- outcome: limit|completed
-- limit: effects|fuel|allocation
function onGet()
  for i = 1, 1e9 do comet.spawn(comet.key(1 + i % 5), { value = i }) end
end
