-- Operators that call functions of the script.
-- covers: OP_ADD OP_SUB OP_MUL OP_DIV OP_MOD OP_POW OP_UNM OP_CONCAT OP_LEN
local function none() end
local meta = {
  __add = none, __sub = none, __mul = none, __div = none, __mod = none, __pow = none, __unm = none,
  __concat = none, __len = none,
}
function aso:onGet()
  local x, r = setmetatable({}, meta), nil
  while true do
    r = 1 + x
    r = "x" - x
    r = "x" * x
    r = "x" / x
    r = "x" % x
    r = "x" ^ x
    r = -x
    r = "x" .. x
    r = #x
  end
end
