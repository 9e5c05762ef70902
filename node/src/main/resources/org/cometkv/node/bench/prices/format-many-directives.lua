-- 400 directives without numbers.
-- covers: string.format
local form = ("%-5s%%"):rep(400)
function aso:onGet()
  local function again(...)
    while true do form:format(...) end
  end
  local list = {}
  for i = 1, 400 do list[i] = "" end
  again(table.unpack(list))
end
