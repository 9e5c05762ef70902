-- family: library-work
-- attack: math.fmod of the largest number and the smallest
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local fmod, x, y = math.fmod, 1.7976931348623157e308, 5e-324
  while true do fmod(x, y) end
end
