-- Values whose texts functions of the script give.
-- covers: string.format
local form = ("%s"):rep(200)
local function text() return "x" end
function aso:onGet()
  local function again(...)
    while true do form:format(...) end
  end
  local value = setmetatable({}, {__tostring = text})
  local list = {}
  for i = 1, 200 do list[i] = value end
  again(table.unpack(list))
end
