-- Comparisons that call functions of the script and of the library.
-- covers: OP_EQ OP_LT OP_LE
local function none() return true end
local meta, other = {__eq = none, __lt = none, __le = none}, {__eq = rawequal, __lt = rawequal}
function aso:onGet()
  local a, b = setmetatable({}, meta), setmetatable({}, meta)
  local c, d, r = setmetatable({}, other), setmetatable({}, other), nil
  while true do
    r = a == b
    r = a < b
    r = a <= b
    r = c == d
    r = c < d
    r = c <= d
  end
end
