-- family: poisoning
-- attack: __mode put into a metatable after it was set
-- event: onGet
-- outcome: completed|error
-- value: 1
function onGet()
  local mt = {}
  local t = setmetatable({}, mt)
  mt.__mode = "kv"
  t[{}] = {}
  local n = 0
  for _ in pairs(t) do n = n + 1 end
  return n
end
