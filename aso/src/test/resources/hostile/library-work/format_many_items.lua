-- family: library-work
-- attack: a format of thousands of items
-- event: onGet
-- outcome: error|limit
-- limit: fuel|allocation
function onGet()
  local t = {}
  for i = 1, 3900 do t[i] = 1.7976931348623157e308 end
  return #(("%99.99f"):rep(3900)):format(table.unpack(t))
end
