-- family: poisoning
-- attack: what an event did to the metatable of _G is gone in the next
-- event: onGet
-- times: 3
-- outcome: completed
-- value: nil string
function onGet()
  local seen = tostring(no_such_global) .. " " .. type(string.format("x"))
  pcall(setmetatable, _G, { __index = function() return "poisoned" end })
  return seen
end
