-- family: poisoning
-- attack: thousands of globals written and removed: the table of globals is as before
-- event: onGet
-- times: 4
-- outcome: completed
-- value: 0
function onGet()
  local n = 0
  for k in pairs(_G) do
    if type(k) == "string" and k:sub(1, 1) == "g" and k ~= "g" then n = n + 1 end
  end
  for i = 1, 500 do _G["g" .. i] = i end
  for i = 1, 400 do _G["g" .. i] = nil end
  for i = 1, 300 do _G["g" .. i] = {} end
  return n
end
