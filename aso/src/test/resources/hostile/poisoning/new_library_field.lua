-- family: poisoning
-- attack: a new field put into each library, which would be a channel between objects
-- event: onGet
-- outcome: completed
-- value: 0
function onGet()
  local changed = 0
  for _, lib in ipairs({ string, table, math, bit32, comet }) do
    if pcall(function() lib.channel = 1 end) or lib.channel then changed = changed + 1 end
    if pcall(rawset, lib, "channel", 1) or lib.channel then changed = changed + 1 end
    if pcall(rawset, lib, 1, 1) or lib[1] then changed = changed + 1 end
  end
  return changed
end
