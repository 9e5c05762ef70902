-- Sorts by a function that answers against the order.
-- covers: table.sort
local list = {}
for i = 1, 2000 do list[i] = i * 7919 % 2003 end
local function after(a, b) return a > b end
function aso:onGet()
  local list = {table.unpack(list)}
  while true do
    table.sort(list, after)
    table.sort(list)
  end
end
