-- family: poisoning
-- attack: a metatable set on a library
-- event: onGet
-- outcome: completed
-- value: 0
function onGet()
  local changed = 0
  for _, lib in ipairs({ string, table, math, bit32, comet }) do
    if pcall(setmetatable, lib, { __index = function() return 1 end }) then changed = changed + 1 end
    if lib.missing then changed = changed + 1 end
  end
  return changed
end
