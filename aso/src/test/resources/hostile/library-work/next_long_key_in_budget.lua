-- family: library-work
-- attack: next from a very long key of the chunk, as often as an event that ends well can
-- event: onGet
-- outcome: completed|limit
-- limit: fuel|live
-- value: 8000
local t, key = {}, ("x"):rep(395000)
t[key] = 1
function onGet()
  for _ = 1, 8000 do next(t, key) end
  return 8000
end
