-- family: poisoning
-- attack: the caller written with raw functions and table functions
-- event: onGet
-- outcome: completed
-- value: 0
function onGet(caller)
  local changed, id = 0, caller.id
  for _, write in ipairs({
    function() rawset(caller, "id", "x") end,
    function() table.insert(caller, "x") end,
    function() setmetatable(caller, { __index = { id = "x" } }) end,
    function() caller[1] = "x" end,
    function() caller.id = nil end,
  }) do
    if pcall(write) then changed = changed + 1 end
  end
  return changed + (caller.id == id and 0 or 100)
end
