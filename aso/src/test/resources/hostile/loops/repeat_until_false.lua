-- family: loops
-- attack: endless repeat loop whose body does nothing
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  repeat until false
end
