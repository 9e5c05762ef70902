-- family: waits
-- attack: a wait inside the handler of xpcall
-- event: onGet
-- outcome: completed|error
-- value: handled
function onGet()
  local _, m = xpcall(error, function() comet.get() return "handled" end, "x")
  return m
end
