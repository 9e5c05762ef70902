-- Sorts of lists whose length a function of the script gives, most of them holes.
-- covers: table.sort pcall
local function no() return false end
function aso:onGet()
  local list = setmetatable({3, 2, 1}, {__len = function() return 2000 end})
  while true do
    pcall(table.sort, list, no)
  end
end
