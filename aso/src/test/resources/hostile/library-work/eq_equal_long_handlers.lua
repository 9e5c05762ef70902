-- family: library-work
-- attack: two tables whose __eq are equal long strings: not to be called, and the error is caught
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation|live
local a = setmetatable({}, { __eq = ("x"):rep(134000) })
local b = setmetatable({}, { __eq = ("x"):rep(134000) })
local function compare() return a == b end
function onGet()
  while true do pcall(compare) end
end
