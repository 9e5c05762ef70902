-- family: poisoning
-- attack: __gc is ignored: no code runs when tables are collected
-- event: onGet
-- outcome: completed
-- value: 0
function onGet()
  local ran = 0
  for _ = 1, 500 do setmetatable({}, { __gc = function() ran = ran + 1 end }) end
  return ran
end
