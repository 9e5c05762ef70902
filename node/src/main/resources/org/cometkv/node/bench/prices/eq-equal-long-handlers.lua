-- Tables whose handlers of equality are equal long strings, each error caught.
-- covers: OP_EQ pcall
local a, b = setmetatable({}, {__eq = ("x"):rep(90000)}), setmetatable({}, {__eq = ("x"):rep(90000)})
local function equal() return a == b end
function aso:onGet()
  while true do pcall(equal) end
end
