-- family: library-work
-- attack: the largest number modulo the smallest, which divides bit by bit
-- event: onGet
-- outcome: limit
-- limit: fuel
function onGet()
  local x, y, z = 1.7976931348623157e308, 5e-324, nil
  while true do z = x % y end
end
