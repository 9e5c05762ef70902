-- Sorts of tables by their metamethod.
-- covers: table.sort OP_LT
local meta = {__lt = function(a, b) return a[1] < b[1] end}
function aso:onGet()
  local list = {}
  for i = 1, 500 do list[i] = setmetatable({i * 7919 % 503}, meta) end
  while true do table.sort(list) end
end
