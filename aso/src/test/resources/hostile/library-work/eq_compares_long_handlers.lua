-- family: library-work
-- attack: two tables whose __eq are long strings that differ near their end
-- event: onGet
-- outcome: limit
-- limit: fuel|live
local head = ("x"):rep(134000)
local a = setmetatable({}, { __eq = head .. "ab" })
local b = setmetatable({}, { __eq = head .. "bb" })
function onGet()
  while true do
    if a == b then return "equal" end
  end
end
