-- family: library-work
-- attack: ipairs of a table whose __index invents elements: raw in Lua 5.2, so it ends at once
-- event: onGet
-- outcome: completed
-- value: 0
function onGet()
  local n = 0
  for _ in ipairs(setmetatable({}, { __index = function() return 1 end })) do n = n + 1 end
  return n
end
