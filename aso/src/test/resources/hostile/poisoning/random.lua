-- family: poisoning
-- attack: math.random replaced or seeded
-- event: onGet
-- outcome: completed
-- value: true
function onGet()
  pcall(function() math.random = function() return 4 end end)
  pcall(function() math.randomseed(1) end)
  local r = math.random()
  return r >= 0 and r < 1
end
