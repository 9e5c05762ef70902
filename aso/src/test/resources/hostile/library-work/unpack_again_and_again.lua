-- family: library-work
-- attack: unpacking the most values in an endless loop
-- event: onGet
-- outcome: limit
-- limit: fuel|allocation
function onGet()
  local t = { 1, 2, 3 }
  while true do local _ = table.unpack(t, 1, 3900) end
end
