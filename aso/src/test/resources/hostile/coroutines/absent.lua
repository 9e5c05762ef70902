-- family: coroutines
-- attack: coroutine is absent, inside pcall as well
-- event: onGet
-- outcome: completed
-- value: false
function onGet()
  local ok = pcall(function() return coroutine.running() end)
  return ok
end
