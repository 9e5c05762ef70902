-- Reads under a key of 40,000 bytes through 99 tables, each with one of its length.
-- covers: OP_GETTABLE
local key = ("x"):rep(40000)
local other = ("x"):rep(39980) .. "y" .. ("x"):rep(19)
local last = {}
for i = 1, 3 do last = setmetatable({[other] = 1}, {__index = last}) end
for i = 1, 96 do last = setmetatable({}, {__index = last}) end
function aso:onGet()
  local value
  while true do value = last[key] end
end
