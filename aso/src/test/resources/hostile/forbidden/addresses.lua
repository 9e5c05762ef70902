-- family: forbidden
-- attack: tostring of tables and functions tells no address of the host, nor anything that differs between runs
-- event: onGet
-- outcome: completed
-- value: true
function onGet(caller)
  local a, b = tostring({}), tostring(tostring)
  return not (a .. b .. tostring(onGet) .. tostring(caller)):find("%x%x%x%x%x%x") and a:find("table") ~= nil
end
