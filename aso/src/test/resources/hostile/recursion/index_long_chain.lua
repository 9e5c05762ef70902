-- family: recursion
-- attack: a chain of a thousand __index tables
-- event: onGet
-- outcome: error
-- error: loop
function onGet()
  local t = { x = 1 }
  for _ = 1, 1000 do t = setmetatable({}, { __index = t }) end
  return t.x
end
