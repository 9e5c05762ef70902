-- family: coroutines
-- attack: an endless loop inside a coroutine
-- event: onGet
-- outcome: error|limit
-- limit: fuel
function onGet()
  coroutine.wrap(function() while true do end end)()
end
