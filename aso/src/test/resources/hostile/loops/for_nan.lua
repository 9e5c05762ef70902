-- family: loops
-- attack: numeric for over NaN bounds and steps: must run no iteration at all
-- event: onGet
-- outcome: completed
-- value: 0
function onGet()
  local nan, count = 0 / 0, 0
  for _ = 1, nan do count = count + 1 end
  for _ = nan, 10 do count = count + 1 end
  for _ = 1, 10, nan do count = count + 1 end
  return count
end
