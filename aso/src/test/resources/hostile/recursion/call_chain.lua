-- family: recursion
-- attack: a chain of a thousand __call tables
-- event: onGet
-- outcome: error
-- error: call
function onGet()
  local f = function() return 1 end
  for _ = 1, 1000 do f = setmetatable({}, { __call = f }) end
  return f()
end
