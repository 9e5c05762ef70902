-- family: library-work
-- attack: next from a key so long that to hash it takes longer than all the rest
-- event: onGet
-- outcome: limit
-- limit: fuel|live
local t, key = {}, ("x"):rep(395000)
t[key] = 1
function onGet()
  while true do next(t, key) end
end
