-- Values that have no order, each error caught.
-- covers: OP_LT OP_LE pcall
local function less() return {} < {} end
local function most() return {} <= "x" end
function aso:onGet()
  while true do
    pcall(less)
    pcall(most)
  end
end
