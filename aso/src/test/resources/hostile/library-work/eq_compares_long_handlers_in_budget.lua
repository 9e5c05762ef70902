-- family: library-work
-- attack: long strings as __eq, compared as often as an event that ends well can
-- event: onGet
-- outcome: completed|limit
-- limit: fuel|live
-- value: 0
local head = ("x"):rep(134000)
local a = setmetatable({}, { __eq = head .. "ab" })
local b = setmetatable({}, { __eq = head .. "bb" })
function onGet()
  local n = 0
  for _ = 1, 20000 do
    if a == b then n = n + 1 end
  end
  return n
end
