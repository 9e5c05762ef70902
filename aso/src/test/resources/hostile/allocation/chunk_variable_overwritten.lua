-- family: allocation
-- attack: a variable of the chunk overwritten with new numbers
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
local x = 0.5
function onGet()
  while true do x = x + 0.25 end
end
