-- family: poisoning
-- attack: every field of every library overwritten, one after the other
-- event: onGet
-- outcome: completed
-- value: 0
function onGet()
  local changed = 0
  for _, lib in ipairs({ string, table, math, bit32, comet }) do
    for name in pairs(lib) do
      if pcall(function() lib[name] = nil end) then changed = changed + 1 end
      if pcall(rawset, lib, name, 1) then changed = changed + 1 end
    end
  end
  return changed
end
