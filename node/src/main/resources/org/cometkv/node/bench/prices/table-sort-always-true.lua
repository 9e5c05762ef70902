-- Sorts by a function that always says yes, each error caught.
-- covers: table.sort pcall
local function yes() return true end
function aso:onGet()
  local list = {}
  for i = 1, 300 do list[i] = i end
  while true do pcall(table.sort, list, yes) end
end
