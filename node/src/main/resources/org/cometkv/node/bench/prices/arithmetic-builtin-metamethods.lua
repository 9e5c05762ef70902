-- Operators that call library functions.
-- covers: OP_ADD OP_UNM OP_CONCAT OP_LEN
local meta = {__add = rawequal, __unm = tostring, __concat = math.max, __len = type}
meta.__concat = rawequal
function aso:onGet()
  local x, r = setmetatable({}, meta), nil
  while true do
    r = 1 + x
    r = -x
    r = "x" .. x
    r = #x
  end
end
