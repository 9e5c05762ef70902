-- family: poisoning
-- attack: metatables set on numbers, booleans, nil and functions
-- event: onGet
-- outcome: completed
-- value: 0
function onGet()
  local changed = 0
  for _, v in ipairs({ 1, 1.5, true, print or tostring, onGet }) do
    if pcall(setmetatable, v, { __index = { x = 1 }, __call = tostring }) then changed = changed + 1 end
    if getmetatable(v) then changed = changed + 1 end
  end
  if pcall(setmetatable, nil, {}) then changed = changed + 1 end
  return changed
end
