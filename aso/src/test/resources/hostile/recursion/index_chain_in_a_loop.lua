-- family: recursion
-- attack: a legal chain of __index tables walked for ever: each hop must cost
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local t = { x = 1 }
  for _ = 1, 90 do t = setmetatable({}, { __index = t }) end
  while t.x do end
end
