-- family: poisoning
-- attack: library functions replaced inside pcall: refused, and nothing changed
-- event: onGet
-- outcome: completed
-- value: 5 refused, %d
function onGet()
  local evil, refused = function() return "poisoned" end, 0
  for _, lib in ipairs({ string, table, math, bit32, comet }) do
    if not pcall(function() lib.format = evil end) then refused = refused + 1 end
  end
  return refused .. " refused, " .. ("%s"):format("%d")
end
