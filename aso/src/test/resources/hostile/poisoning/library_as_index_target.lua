-- family: poisoning
-- attack: a __newindex that points at a library
-- event: onGet
-- outcome: error
function onGet()
  local t = setmetatable({}, { __newindex = string })
  t.upper = nil
end
