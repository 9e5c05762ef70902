-- family: coroutines
-- attack: a handler that yields to the host
-- event: onGet
-- outcome: error
function onGet()
  coroutine.yield("suspended for ever")
end
