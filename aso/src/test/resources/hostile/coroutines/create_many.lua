-- family: coroutines
-- attack: thousands of coroutines, which are threads in stock LuaJ
-- event: onGet
-- outcome: error|completed
-- value: done
function onGet()
  for _ = 1, 300 do
    local c = coroutine.create(function() coroutine.yield() end)
    coroutine.resume(c)
  end
  return "done"
end
