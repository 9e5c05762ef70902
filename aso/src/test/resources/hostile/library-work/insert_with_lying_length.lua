-- family: library-work
-- attack: table.insert into a table whose __len claims 2^40 elements
-- event: onGet
-- outcome: limit|error|completed
-- limit: fuel|allocation
-- value: true
function onGet()
  local t = setmetatable({}, { __len = function() return 2^40 end })
  table.insert(t, 1, "x")
  return true
end
