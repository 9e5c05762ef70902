-- family: library-work
-- attack: unpack of a table whose __len claims 2^40 elements
-- event: onGet
-- outcome: error|completed
-- value: true
function onGet()
  local t = setmetatable({}, { __len = function() return 2^40 end })
  return select("#", table.unpack(t)) < 10
end
