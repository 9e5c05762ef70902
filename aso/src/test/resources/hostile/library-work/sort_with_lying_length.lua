-- family: library-work
-- attack: sort of a table whose __len claims 2^31 elements
-- event: onGet
-- outcome: error|limit|completed
-- limit: fuel|allocation
-- value: true
function onGet()
  table.sort(setmetatable({ 3, 2, 1 }, { __len = function() return 2^31 end }))
  return true
end
