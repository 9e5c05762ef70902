-- family: poisoning
-- attack: table functions used to write into a library
-- event: onGet
-- outcome: completed
-- value: 0
function onGet()
  local changed = 0
  for _, lib in ipairs({ string, table, math, bit32, comet }) do
    if pcall(table.insert, lib, 1) then changed = changed + 1 end
    if pcall(table.insert, lib, 1, 1) then changed = changed + 1 end
    if #lib > 0 then changed = changed + 1 end
    pcall(table.remove, lib)
    pcall(table.sort, lib)
  end
  return changed
end
