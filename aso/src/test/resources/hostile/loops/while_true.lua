-- family: loops
-- attack: endless while loop
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  while true do end
end
