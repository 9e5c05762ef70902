-- family: loops
-- attack: errors thrown and caught for ever
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  while true do pcall(error) end
end
