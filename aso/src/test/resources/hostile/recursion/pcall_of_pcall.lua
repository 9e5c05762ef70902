-- family: recursion
-- attack: pcall called with thousands of pcalls as its arguments
-- event: onGet
-- outcome: completed|limit|error
-- limit: allocation|fuel
-- value: true
function onGet()
  local t = {}
  for i = 1, 3000 do t[i] = pcall end
  return (pcall(table.unpack(t)))
end
