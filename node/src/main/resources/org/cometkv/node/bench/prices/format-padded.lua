-- Directives that are padded to 99 bytes.
-- covers: string.format
local form = ("%99c%-99s"):rep(100)
function aso:onGet()
  local function again(...)
    while true do form:format(...) end
  end
  local list = {}
  for i = 1, 200 do list[i] = 65 end
  again(table.unpack(list))
end
