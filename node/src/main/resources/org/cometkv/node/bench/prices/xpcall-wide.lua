-- Protected calls with a handler and 3,900 arguments.
-- covers: xpcall OP_VARARG
function aso:onGet()
  local function all(...) return ... end
  local function again(...)
    while true do local a = xpcall(all, error, ...) end
  end
  local list = {}
  for i = 1, 3900 do list[i] = i end
  again(table.unpack(list))
end
