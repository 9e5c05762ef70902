-- family: recursion
-- attack: results that grow by one at each level on the way back
-- event: onGet
-- outcome: limit|error
-- limit: fuel|allocation
local function grow(n)
  if n == 0 then return 1 end
  return n, grow(n - 1)
end
function onGet()
  return select("#", grow(2000))
end
