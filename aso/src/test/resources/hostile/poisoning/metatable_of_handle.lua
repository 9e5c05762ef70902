-- family: poisoning
-- attack: the metatable of a handle is not handed out
-- event: onGet
-- outcome: completed
-- value: 0
function onGet(caller)
  local mt, changed = getmetatable(caller), 0
  if type(mt) == "table" then
    if pcall(rawset, mt, "__index", {}) then changed = changed + 1 end
    if pcall(function() mt.__index = {} end) then changed = changed + 1 end
    if pcall(function() mt.__metatable = nil end) then changed = changed + 1 end
  end
  return changed
end
