-- Insertions into lists whose length a function of the script gives: each element moves singly.
-- covers: table.insert table.remove
function aso:onGet()
  local list = setmetatable({}, {__len = function() return 1000 end})
  for i = 1, 1002 do list[i] = i end
  while true do
    table.insert(list, 1, 0)
    table.remove(list, 1)
  end
end
