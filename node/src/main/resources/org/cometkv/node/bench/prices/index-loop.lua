-- A chain of tables without an end, each error caught.
-- covers: OP_GETTABLE OP_SETTABLE pcall
local round = {}
setmetatable(round, {__index = round, __newindex = round})
local function get() return round.missing end
local function set() round.missing = 1 end
function aso:onGet()
  while true do
    pcall(get)
    pcall(set)
  end
end
