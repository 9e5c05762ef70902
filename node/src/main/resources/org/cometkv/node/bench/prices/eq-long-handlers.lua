-- Tables whose handlers of equality are long strings that differ near their end.
-- covers: OP_EQ
local one, other = ("x"):rep(70000) .. "Aa0123456789", ("x"):rep(70000) .. "BB0123456789"
local a, b = setmetatable({}, {__eq = one}), setmetatable({}, {__eq = other})
function aso:onGet()
  local r
  while true do r = a == b end
end
