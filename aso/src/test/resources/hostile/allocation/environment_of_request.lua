-- family: allocation
-- attack: a request of nested lists, copied over and over into the state
-- event: onGet
-- request: [[1,2,3],[4,5,[6,7,[8,9]]],{"a":[true,false,"x"]}]
-- outcome: limit
-- limit: allocation|fuel
local function copy(v)
  if type(v) ~= "table" then return v end
  local c = {}
  for k, x in pairs(v) do c[k] = copy(x) end
  return c
end
aso.copies = {}
function aso:onGet(caller, request)
  while true do self.copies[#self.copies + 1] = copy(request) end
end
