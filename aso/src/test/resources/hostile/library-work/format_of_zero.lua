-- family: library-work
-- attack: zeros as text, which must not cost what the smallest numbers do
-- event: onGet
-- override: fuel=2000
-- outcome: completed
-- value: 100 10   0.0 0
function onGet()
  local parts = {}
  for i = 1, 10 do parts[i] = ("%d %5.1f %g"):format(i, 0, 0) end
  return #table.concat(parts, ",") .. " " .. parts[10]
end
