-- family: waits
-- attack: globals deleted and set again before a wait: they come in the same order after it
-- event: onGet
-- times: 2
-- outcome: completed
-- value: true
for i = 1, 12 do _G["g" .. i] = i end
local function order()
  local names = {}
  for k in pairs(_G) do names[#names + 1] = tostring(k) end
  return table.concat(names, " ")
end
function onGet()
  g3, g5, extra = nil, nil, 1
  g3 = 3
  for i = 7, 12 do _G["g" .. i] = nil end
  late = 1
  local before = order()
  comet.get()
  return before == order()
end
