-- family: library-work
-- attack: the widest format there is, for the largest number, again and again
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local s
  while true do s = ("%99.99f"):format(1.7976931348623157e308) end
end
