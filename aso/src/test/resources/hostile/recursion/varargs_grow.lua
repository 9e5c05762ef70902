-- family: recursion
-- attack: a tail call with one argument more each time
-- event: onGet
-- outcome: limit|error
-- limit: fuel|allocation
local function grow(...) return grow(1, ...) end
function onGet()
  return grow()
end
