-- Writes under a key of 30,000 bytes at the end of 90 tables.
-- covers: OP_SETTABLE
local key = ("x"):rep(30000)
function aso:onGet()
  local last = {}
  for i = 1, 90 do last = setmetatable({}, {__newindex = last}) end
  while true do last[key] = nil end
end
