-- Operators on texts that are nearly numerals, each error caught.
-- covers: OP_ADD OP_UNM pcall
local text = ("1"):rep(20000) .. "x"
local function add() return text + 1 end
function aso:onGet()
  while true do pcall(add) end
end
