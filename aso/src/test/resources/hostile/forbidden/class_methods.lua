-- family: forbidden
-- attack: methods of Java's string reached through a Lua string
-- event: onGet
-- outcome: completed
-- value: nil nil nil
function onGet()
  local s = "x"
  return tostring(s.getClass) .. " " .. tostring(s.getBytes) .. " " .. tostring(s.intern)
end
