-- Reads and writes that call functions.
-- covers: OP_GETTABLE OP_SETTABLE OP_GETTABUP OP_SETTABUP
local function none() end
local proxy = setmetatable({}, {__index = none, __newindex = none})
local function run(_ENV)
  while true do
    missing = missing
    proxy.missing = proxy.missing
  end
end
function aso:onGet()
  run(setmetatable({proxy = proxy}, {__index = none, __newindex = none}))
end
