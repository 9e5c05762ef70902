-- Writes to frozen tables, each error caught.
-- covers: OP_SETTABLE OP_SETTABUP pcall
local frozen = {}
local function set(all) all.x = 1 end
function aso:onGet()
  while true do
    pcall(set, frozen)
    pcall(set, string)
  end
end
