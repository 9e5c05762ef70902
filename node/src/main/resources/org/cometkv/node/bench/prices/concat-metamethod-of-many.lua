-- Joins of 180 operands with a metamethod at their right end.
-- covers: OP_CONCAT
local function join(a, b) return "" end
function aso:onGet()
  local e, r = "", nil
  local last = setmetatable({}, {__concat = join})
  while true do
    r =
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e .. e ..
      e .. e .. e .. e .. e .. e .. e .. e .. last
  end
end
