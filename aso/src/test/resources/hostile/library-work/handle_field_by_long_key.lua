-- family: library-work
-- attack: a field of a handle asked for by a very long name in an endless loop
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet(caller)
  local key = ("x"):rep(100000)
  while true do local _ = caller[key] end
end
