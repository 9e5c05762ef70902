-- family: forbidden
-- attack: getfenv, setfenv, module and newproxy of Lua 5.1
-- event: onGet
-- outcome: completed
-- value: nil nil nil nil
function onGet()
  return tostring(getfenv) .. " " .. tostring(setfenv) .. " " .. tostring(module) .. " " .. tostring(newproxy)
end
