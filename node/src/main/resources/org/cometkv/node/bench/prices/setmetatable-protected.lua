-- Metatables that are protected by a long string, and the caught errors of changing them.
-- covers: setmetatable getmetatable pcall
local all = setmetatable({}, {__metatable = ("x"):rep(90000)})
function aso:onGet()
  while true do
    getmetatable(all)
    pcall(setmetatable, all, {})
  end
end
