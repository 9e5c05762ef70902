-- family: poisoning
-- attack: a metatable protected by __metatable cannot be replaced or read
-- event: onGet
-- outcome: completed
-- value: locked
function onGet()
  local t = setmetatable({}, { __metatable = "locked", __index = { secret = 1 } })
  assert(not pcall(setmetatable, t, {}))
  assert(not pcall(setmetatable, t, nil))
  return getmetatable(t)
end
