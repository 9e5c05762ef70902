-- Writes under keys that are refused, each error caught.
-- covers: OP_SETTABLE pcall
local function set(all, key) all[key] = 1 end
function aso:onGet()
  local all = {}
  while true do
    pcall(set, all, nil)
    pcall(set, all, 0 / 0)
  end
end
